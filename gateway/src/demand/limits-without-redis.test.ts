import { describeWithRedis, Line } from '@propertea/testkit';
import type { OwnRedis } from '@propertea/testkit';
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { API_CLIENT, keyIn } from '../../test/api-key.js';
import { logger, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { until } from '../../test/until.js';
import type { KeyValue } from '../key-value/key-value.js';
import { redisKeyValue } from '../key-value/redis.js';

const CALLERS_AT_ONCE = 8;
/** Each `{ notice }` costs 1. */
const LIMIT = 1_000_000;

describeWithRedis('the public graph under load while its Redis', (redis) => {
  let line: Line;
  let keyValue: KeyValue;
  let house: House;

  beforeAll(async () => {
    line = await Line.to(redis().port);
    keyValue = redisKeyValue({ url: `redis://127.0.0.1:${line.port}`, logger });
    house = await startHouse({
      config: { keyValue, demand: { windowUnits: LIMIT, windowSeconds: 3_600 } },
    });
  });
  afterAll(async () => {
    await house.stop();
    await keyValue.close();
    await line.close();
  });

  it('is killed, started again, silent and slow: no request fails, and the limit is shared again', async () => {
    const load = new Load(house, keyIn(house));
    await load.answered(50);
    const steps: [what: string, begin: () => unknown, end?: () => unknown][] = [
      ['killed', () => redis().kill(), () => redis().start()],
      ['silent', () => redis().pause(), () => redis().goOn()],
      ['slow', () => line.delay(1_500), () => line.delay(0)],
      ['cut off', () => line.cut()],
    ];
    for (const [, begin, end] of steps) {
      await begin();
      // The first ones may have been decided before.
      await load.answered(100);
      await end?.();
      await load.isShared(redis());
    }
    expect(await load.stop()).toEqual({ 200: expect.any(Number) });
  });
});

const QUERY = 'query Load { notice }';
const BODY = JSON.stringify({
  query: QUERY,
  extensions: {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(QUERY).digest('hex') },
  },
});

/** Several callers that ask without a pause. */
class Load {
  readonly #statuses = new Map<number, number>();
  readonly #callers: Promise<void>[];
  #answers = 0;
  #isOver = false;

  constructor(
    { url }: House,
    private readonly key: string,
  ) {
    this.#callers = Array.from({ length: CALLERS_AT_ONCE }, () => this.#call(url));
  }

  /** Resolves after so many further answers. */
  async answered(count: number): Promise<void> {
    const before = this.#answers;
    await until(() => this.#answers >= before + count);
  }

  /** Resolves once callers are charged in Redis itself again. */
  async isShared({ url }: OwnRedis): Promise<void> {
    const connection = new Redis(url);
    const spent = async () => {
      const slices = await connection.hvals(`propertea:gateway:units:client:${API_CLIENT}`);
      return slices.reduce((sum, units) => sum + Number(units), 0);
    };
    const before = await spent();
    await until(async () => (await spent()) > before);
    await connection.quit();
  }

  /** How many answers there were of each status. */
  async stop(): Promise<Record<number, number>> {
    this.#isOver = true;
    await Promise.all(this.#callers);
    return Object.fromEntries(this.#statuses);
  }

  async #call(url: string): Promise<void> {
    const headers = { 'content-type': 'application/json', 'x-api-key': this.key };
    while (!this.#isOver) {
      const request = { method: 'POST', headers, body: BODY };
      const answer = await fetch(`${url}/public/graphql`, request);
      const isWhole = (await answer.text()) === '{"data":{"notice":"open on Mondays"}}';
      const status = isWhole ? answer.status : 0;
      this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
      this.#answers++;
    }
  }
}
