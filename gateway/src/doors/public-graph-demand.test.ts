import { describeWith, freePort, redis } from '@propertea/testkit';
import { codes, logger, startHouse } from '../../test/house.js';
import type { Ask, House } from '../../test/house.js';
import { RateLimits } from '../demand/rate-limits.js';
import { redisKeyValue } from '../key-value/redis.js';
import type { KeyValue } from '../key-value/key-value.js';

/** Estimated 1 + 10, really 1 + 2. */
const PROPERTIES = '{ properties { name } }';

describeWith(redis, 'what operations cost at the public graph', (url) => {
  // Within, so that its gateways stop before their Redis does.
  describe('over one Redis', () => {
    let house: House;
    let keyValue: KeyValue;

    beforeAll(async () => {
      keyValue = redisKeyValue({ url: url(), logger });
      const demand = { operationUnits: 25, windowUnits: 40, windowSeconds: 600 };
      house = await startHouse({ config: { keyValue, demand } });
    });
    afterAll(async () => {
      await house.stop();
      await keyValue.close();
    });

    const ask = (query: string, options: Ask = {}) =>
      house.ask(query, { isPublic: true, ...options });
    const asked = () => house.rooms['properties']?.seen.length;
    const remaining = ({ headers }: { headers: Headers }) =>
      Number(headers.get('ratelimit-remaining'));

    it('is told on request, and only what it really was is spent', async () => {
      const plain = await ask(PROPERTIES, { as: 'ada' });
      expect(plain.body).not.toHaveProperty('extensions');
      const { body, headers } = await ask(PROPERTIES, { as: 'ada', headers: { 'x-cost': '1' } });
      expect(body).toMatchObject({ extensions: { cost: { estimate: 11, actual: 3, limit: 25 } } });
      expect(headers.get('ratelimit-limit')).toBe('40');
      expect(remaining({ headers })).toBe(40 - 3 - 3);
      expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(500);
      expect(headers.get('access-control-expose-headers')).toContain('ratelimit-remaining');
    });

    it('one that may cost too much is refused before any room is asked, with what to change', async () => {
      const before = asked();
      const query = '{ a: properties { id } b: properties { id } c: properties { id } }';
      const answer = await ask(query, { as: 'ben' });
      expect([answer.status, ...codes(answer)]).toEqual([400, 'COST_LIMIT']);
      expect(answer.body.errors?.[0]).toMatchObject({
        message: 'The operation may cost 31; at most 25 are allowed: leave out a.',
        extensions: { cost: { estimate: 31, limit: 25, change: 'leave out a' } },
      });
      expect(remaining(answer)).toBe(39);
      expect(asked()).toBe(before);
    });

    it('who has spent too much lately is refused in every gateway before any room is asked', async () => {
      const at = await house.startAnother(0);
      // One operation that is not valid costs next to nothing, many of them do.
      for (let turn = 0; turn < 35; turn++) await ask('{ nothing }', { as: 'cyd' });
      const before = asked();
      for (const options of [{}, { at }]) {
        const refused = await ask(PROPERTIES, { as: 'cyd', ...options });
        expect([refused.status, ...codes(refused)]).toEqual([429, 'RATE_LIMITED']);
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
        expect(remaining(refused)).toBe(5);
      }
      expect(asked()).toBe(before);
      expect((await ask('{ notice }', { as: 'cyd', at })).status).toBe(200);
      expect((await ask(PROPERTIES)).status).toBe(200);
      expect(
        (await house.ask(PROPERTIES, { as: 'cyd' })).headers.get('ratelimit-limit'),
      ).toBeNull();
    });
  });
});

it('while Redis is gone nothing fails, and the gateway keeps the limit by itself', async () => {
  const gone = redisKeyValue({ url: `redis://127.0.0.1:${await freePort()}`, logger });
  const warnings: string[] = [];
  const limits = new RateLimits(
    gone.windows,
    { units: 10, seconds: 60 },
    { warn: (_details: unknown, text?: string) => void warnings.push(String(text)) },
  );
  const first = await limits.charge('client:a', 8);
  expect([first.allowed, first.remaining]).toEqual([true, 2]);
  first.correct(-4);
  expect((await limits.charge('client:a', 6)).allowed).toBe(true);
  expect((await limits.charge('client:a', 1)).allowed).toBe(false);
  expect(warnings).toHaveLength(1);
  await gone.close();
});
