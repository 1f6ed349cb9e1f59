import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codes, logger, read, startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';
import { idOf, writeManifest } from '../../test/manifest.js';
import { openSocket } from '../../test/socket-client.js';
import { until } from '../../test/until.js';
import { configSchema } from '../config.js';
import { documentLimits } from '../guards/document-limits.js';
import { trustGuard } from '../guards/trusted.js';
import { TrustedDocuments } from '../trusted-documents/trusted-documents.js';

const NOTICE = 'query Notice {\n  notice\n}';
const OLD = 'query Old {\n  ...Q\n  state\n}\n\nfragment Q on Query {\n  notice\n}';
const RENAMED = 'subscription Renamed {\n  renamed {\n    name\n  }\n}';
const TYPO = 'query Typo {\n  notic\n}';
const DATA = { data: { notice: 'open on Mondays' } };

let folder: string;
let house: House;

async function post(body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return read(
    await fetch(`${house.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) }),
  );
}
const byHash = (sha256Hash: string) =>
  post({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'propertea-operations-'));
  await writeManifest(folder, 'office', { Notice: NOTICE, Renamed: RENAMED, Typo: TYPO });
  await writeManifest(folder, 'office.2026-11-01', { Old: OLD });
});
afterAll(() => rm(folder, { recursive: true }));

describe('in production', () => {
  beforeAll(async () => {
    house = await startHouse({
      config: {
        mode: 'production',
        operationsPath: folder,
        publicUrl: 'https://propertea.example',
        oidc: { issuer: 'https://login.example', clientId: 'gateway', clientSecret: 'secret' },
      },
    });
  });
  afterAll(() => house.stop());

  it('what any running release asks is answered, by its text, its layout aside, or by its hash', async () => {
    expect((await post({ query: NOTICE })).body).toEqual(DATA);
    const relaid = 'fragment Q on Query { notice } query Old { ...Q, state }';
    expect((await post({ query: relaid })).body.data).toMatchObject(DATA.data);
    expect((await byHash(idOf(NOTICE))).body).toEqual(DATA);
    expect((await post({ documentId: `sha256:${idOf(NOTICE)}` })).body).toEqual(DATA);
  });

  it('anything else is refused and says what to do', async () => {
    const answers = await Promise.all([
      post({ query: '{ notice }' }),
      post({ query: `${NOTICE} query Other { state }`, operationName: 'Other' }),
      byHash(idOf('{ notice }')),
    ]);
    for (const answer of answers) {
      expect([answer.status, ...codes(answer)]).toEqual([403, 'FORBIDDEN']);
      expect(answer.text).toContain('/public/graphql');
      expect(answer.text).toContain('schema/operations');
    }
    expect((await house.ask('{ notice }', { isPublic: true })).body).toEqual(DATA);
  });

  it('one that the schema no longer fits is told so, without what the schema has instead', async () => {
    const answer = await post({ query: TYPO });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  it('subscriptions are held to the same', async () => {
    const client = await openSocket(house);
    await client.subscribe('subscription { renamed { id } }', {}, '1');
    expect(await client.heard(1, '1')).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] },
    ]);
    await client.subscribe(RENAMED, {}, '2');
    await until(() => house.state.events.listenerCount('renamed') === 1);
    client.socket.terminate();
    await until(() => house.state.events.listenerCount('renamed') === 0);
  });

  it('subscriptions are named by their hash as other documents are, with the same refusals', async () => {
    const client = await openSocket(house);
    const byHash = { persistedQuery: { version: 1, sha256Hash: idOf(RENAMED) } };
    await client.ask({ extensions: byHash }, '1');
    await client.ask({ query: null, documentId: `sha256:${idOf(RENAMED)}` }, '2');
    await client.subscribe(RENAMED, {}, '3');
    await until(() => house.state.events.listenerCount('renamed') === 1);
    house.state.events.emit('renamed', { id: 'p1', name: 'Oak Court' });
    for (const id of ['1', '2', '3']) {
      expect(await client.first(id)).toEqual({ data: { renamed: { name: 'Oak Court' } } });
    }
    const unknown = { sha256Hash: idOf('subscription { renamed { id } }') };
    await client.ask({ extensions: { persistedQuery: unknown } }, '4');
    await client.ask({ documentId: 7 }, '5');
    await client.ask({ extensions: { persistedQuery: { ...unknown, version: 2 } } }, '6');
    await client.ask({ documentId: idOf(NOTICE) }, '7');
    const refusals = await Promise.all(['4', '5', '6', '7'].map((id) => client.heard(1, id)));
    expect(refusals.flat()).toMatchObject([
      {
        type: 'error',
        payload: [
          {
            message: expect.stringContaining('schema/operations'),
            extensions: { code: 'FORBIDDEN' },
          },
        ],
      },
      { type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      { type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
      { type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
    client.socket.terminate();
    await until(() => house.state.events.listenerCount('renamed') === 0);
  });

  it('a release that is put beside is answered without a restart; a broken file changes nothing', async () => {
    const query = 'query Later {\n  state\n}';
    expect(codes(await post({ query }))).toEqual(['FORBIDDEN']);
    await writeManifest(folder, 'office.2026-12-01', { Later: query });
    await until(async () => (await post({ query })).status === 200);
    await writeFile(join(folder, 'office.2026-12-02.json'), '{');
    await writeManifest(folder, 'office.2026-12-03', { More: 'query More {\n  hinted\n}' });
    expect((await post({ query: NOTICE })).body).toEqual(DATA);
  });
});

it('in development a hash that is not known is to be sent as text, over a socket too', async () => {
  const open = await startHouse({ config: { operationsPath: join(folder, 'nowhere') } });
  const client = await openSocket(open);
  await client.ask({ documentId: idOf('subscription { renamed { id } }') });
  expect(await client.heard(1)).toMatchObject([
    {
      payload: [
        { message: expect.stringContaining('"query"'), extensions: { code: 'BAD_USER_INPUT' } },
      ],
    },
  ]);
  client.socket.terminate();
  await open.stop();
});

it('operators may ask anything', async () => {
  const documents = new TrustedDocuments(join(folder, 'nowhere'), logger);
  await documents.load();
  const guard = trustGuard(documents, false);
  const admitted = documentLimits(configSchema.shape.limits.parse(undefined))('{ notice }');
  guard.require(admitted, { isOperator: true });
  expect(() => guard.require(admitted, { isOperator: false })).toThrow(/Only documents/);
});
