import { type Dispatcher, Pool } from 'undici';
import { percentile } from '../harness.js';
import { ANY_SEED, bodyAround, dataOf, type Mode, seedOf } from './workload.js';

/** One load as the bench asks for it. */
export interface LoadOrder {
  url: string;
  query: string;
  mode: Mode;
  connections: number;
  seconds: number;
  /** Goes on until so many requests are answered, at most for so many seconds: code must get hot. */
  atLeast?: { requests: number; within: number };
  /** The expected data with `ANY_SEED` in place of its seed; nothing is compared without it. */
  expected?: string;
}

export interface LoadReport {
  /** All answers per second, until the last one: a slow gateway would lose those under way at the end. */
  perSecond: number;
  requests: number;
  p50: number;
  p95: number;
  p99: number;
  /** Answers that were compared byte by byte. */
  compared: number;
}

/** One answer of so many is compared in full; of all others the length must be that of the first. */
const SAMPLE = 64;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

let serial = 0;

/** Cheap on purpose: it shares a core with the subgraphs. Bodies stay buffers unless they are compared. */
function run(order: LoadOrder): Promise<LoadReport> {
  const { origin, pathname } = new URL(order.url);
  const pool = new Pool(origin, { connections: order.connections, pipelining: 1 });
  const [before, after] = bodyAround(order.query);
  const shared = seedOf(serial++);
  const latencies: number[] = [];
  let compared = 0;
  let length = 0;
  let open = 0;
  const started = performance.now();
  const deadline = started + order.seconds * 1000;
  const { requests: enough, within: latest } = order.atLeast ?? { requests: 0, within: 0 };
  const goesOn = (now: number): boolean =>
    now < deadline || (latencies.length < enough && now < started + latest * 1000);

  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      void pool.destroy();
      reject(error);
    };
    const finish = (): void => {
      void pool.close();
      resolve({
        perSecond: latencies.length / ((performance.now() - started) / 1000),
        requests: latencies.length,
        p50: percentile(latencies, 0.5),
        p95: percentile(latencies, 0.95),
        p99: percentile(latencies, 0.99),
        compared,
      });
    };
    const check = (chunks: Buffer[], size: number, seed: string): void => {
      const sampled = latencies.length % SAMPLE === 0;
      length ||= size;
      if (size !== length) throw new Error(`${size} bytes where ${length} were expected`);
      if (!sampled || order.expected === undefined) return;
      const text = Buffer.concat(chunks).toString();
      const wanted = order.expected.split(ANY_SEED).join(seed);
      if (text !== wanted && dataOf(text) !== wanted) throw new Error('an answer differs');
      compared++;
    };
    const send = (): void => {
      open++;
      const seed = order.mode === 'identical' ? shared : seedOf(serial++);
      const sent = performance.now();
      let chunks: Buffer[] = [];
      let size = 0;
      const handler: Dispatcher.DispatchHandler = {
        onRequestStart() {},
        onResponseStart(_, status) {
          chunks = [];
          size = 0;
          if (status !== 200) throw new Error(`${order.url} answered ${status}`);
        },
        onResponseData(_, chunk) {
          chunks.push(chunk);
          size += chunk.length;
        },
        onResponseEnd() {
          const now = performance.now();
          open--;
          try {
            check(chunks, size, seed);
          } catch (error) {
            fail(error as Error);
            return;
          }
          latencies.push(now - sent);
          if (goesOn(now)) send();
          else if (open === 0) finish();
        },
        onResponseError: (_, error) => fail(error),
      };
      const body = before + seed + after;
      pool.dispatch({ path: pathname, method: 'POST', headers: HEADERS, body }, handler);
    };
    for (let i = 0; i < order.connections; i++) send();
  });
}

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });
