import { describeWith, freePort, redis } from '@propertea/testkit';
import { createHash } from 'node:crypto';
import { keyIn } from '../../test/api-key.js';
import { codes, logger, read, startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';
import { until } from '../../test/until.js';
import type { KeyValue } from '../key-value/key-value.js';
import { redisKeyValue } from '../key-value/redis.js';
import { PersistedQueries } from './persisted-queries.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What Apollo Client sends. */
const persisted = (sha256Hash: unknown, query?: string, version = 1) =>
  JSON.stringify({ query, extensions: { persistedQuery: { version, sha256Hash } } });

function contract(openHouse: () => Promise<House>): void {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.stop());

  async function send(body: string, at = house.url, key = keyIn(house)): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-api-key': key };
    return read(await fetch(`${at}/public/graphql`, { method: 'POST', headers, body }));
  }

  it('a hash is enough once its text is known, in every gateway', async () => {
    const query = '{ notice whoAmI }';
    const unknown = await send(persisted(hashOf(query)));
    expect([unknown.status, unknown.body.errors]).toEqual([
      200,
      [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    ]);
    const first = await send(persisted(hashOf(query), query));
    expect(first.body.data).toMatchObject({ notice: 'open on Mondays' });
    expect((await send(persisted(hashOf(query)))).text).toBe(first.text);
    const another = await house.startAnother(0);
    await until(async () => (await send(persisted(hashOf(query)), another)).text === first.text);
    const asId = JSON.stringify({ documentId: `sha256:${hashOf(query)}` });
    expect((await send(asId)).text).toBe(first.text);
  });

  it('nobody can put another text in the place of one', async () => {
    const query = '{ notice a: __typename }';
    const other = '{ whoAmI }';
    const wrong = await send(persisted(hashOf(query), other));
    expect([wrong.status, ...codes(wrong)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(codes(await send(persisted(hashOf(query))))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  });

  it('what is refused, not valid or no hash is not kept', async () => {
    const deep = `{ ${'a { '.repeat(25)} b ${'}'.repeat(25)} }`;
    for (const [query, code] of [
      [deep, 'COST_LIMIT'],
      ['{ nothing }', 'BAD_USER_INPUT'],
      ['{', 'BAD_USER_INPUT'],
    ] as const) {
      expect(codes(await send(persisted(hashOf(query), query)))).toEqual([code]);
      expect(codes(await send(persisted(hashOf(query))))).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    }
    for (const hash of ['a', 1, '../../x', hashOf('a').toUpperCase(), 'x'.repeat(100_000)]) {
      const answer = await send(persisted(hash));
      expect([answer.status, ...codes(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    }
    expect(codes(await send(persisted(hashOf('{ notice }'), '{ notice }', 2)))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('a known text is asked for with the rights of who asks', async () => {
    const query = 'query Known { whoAmI properties { rent } }';
    await send(persisted(hashOf(query), query));
    const key = keyIn(house, { scopes: ['organizations:read'] });
    expect(codes(await send(persisted(hashOf(query)), house.url, key))).toContain(
      'FORBIDDEN at properties',
    );
    expect(codes(await send(persisted(hashOf(query)), house.url, `ptk_${'A'.repeat(43)}`))).toEqual(
      ['UNAUTHENTICATED'],
    );
  });
}

describe('persisted queries in Postgres', () => {
  contract(() => startHouse());
});

describeWith(redis, 'persisted queries in Redis', (url) => {
  describe('over one Redis', () => {
    let keyValue: KeyValue;
    beforeAll(() => void (keyValue = redisKeyValue({ url: url(), logger })));
    afterAll(() => keyValue.close());
    contract(() => startHouse({ config: { keyValue } }));
  });

  it('keeps so many of one caller, and texts up to a length', async () => {
    const keyValue = redisKeyValue({ url: url(), logger });
    const kept = async (text: string, caller: string) => {
      new PersistedQueries(keyValue, logger).keep(hashOf(text), text, caller);
      // Commands of one connection are answered in order; the second one follows the first.
      for (let turn = 0; turn < 3; turn++) await keyValue.get('a');
      return (await keyValue.get(`persisted-query:${hashOf(text)}`)) !== undefined;
    };
    expect(await kept(`{ long } # ${'x'.repeat(40_000)}`, 'a')).toBe(false);
    for (let index = 0; index < 200; index++) expect(await kept(`{ f${index} }`, 'a')).toBe(true);
    expect(await kept('{ more }', 'a')).toBe(false);
    expect(await kept('{ more }', 'b')).toBe(true);
    expect(await keyValue.ttl(`persisted-query:${hashOf('{ more }')}`)).toBeGreaterThan(80_000);
    await keyValue.close();
  });

  it('what the store says is believed only where it has the hash', async () => {
    const keyValue = redisKeyValue({ url: url(), logger });
    await keyValue.set(`persisted-query:${hashOf('{ a }')}`, '{ b }', 60);
    const queries = new PersistedQueries(keyValue, logger);
    await expect(queries.textOf(hashOf('{ a }'))).rejects.toMatchObject({
      code: 'PERSISTED_QUERY_NOT_FOUND',
    });
    await keyValue.close();
  });
});

it('while the store is gone clients send the text, and are answered', async () => {
  const gone = redisKeyValue({ url: `redis://127.0.0.1:${await freePort()}`, logger });
  const queries = new PersistedQueries(gone, logger);
  await expect(queries.textOf(hashOf('{ a }'))).rejects.toMatchObject({
    code: 'PERSISTED_QUERY_NOT_FOUND',
  });
  queries.keep(hashOf('{ a }'), '{ a }', 'a');
  expect(await queries.textOf(hashOf('{ a }'))).toBe('{ a }');
  await gone.close();
});
