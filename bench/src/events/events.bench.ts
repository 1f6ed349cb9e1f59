import { probeServices, rabbitmq } from '@propertea/testkit';
import { type Bench, interleave, type Measurement, measurement, percentile } from '../harness.js';
import { openStand } from '../stand.js';
import { Post } from './post.js';

const LIMITS = { perSecond: 2_000, latencyMs: 100 };
const SAMPLE_MS = 20;

export const eventsBench: Bench = {
  name: 'events',
  about: 'outbox to effect over RabbitMQ and over Postgres: rate, latency, memory over a backlog',
  async run({ quick, log }) {
    await probeServices();
    const broker = await rabbitmq();
    const stand = await openStand();
    const posts: Post[] = [];
    try {
      const ours = await Post.open(stand, 'by_rabbit', broker.value);
      posts.push(ours);
      const peer = await Post.open(stand, 'by_postgres');
      posts.push(peer);
      const names = { ours, Postgres: peer };
      const each = (work: (post: Post) => Promise<number>) =>
        Object.fromEntries(
          Object.entries(names).map(([name, post]) => [name, async () => work(post)]),
        );
      await interleave(
        1,
        each((post) => post.drain(1_000)),
      );
      const rounds = quick ? 1 : 5;
      const count = quick ? 2_000 : 20_000;
      const rate = await interleave(
        rounds,
        each((post) => post.drain(count)),
      );
      const seconds = quick ? 2 : 10;
      const latency = await interleave(
        quick ? 1 : 3,
        each(async (post) => percentile(await post.latencies(500 * seconds, 500), 0.95)),
      );
      const backlog = quick ? 5_000 : 100_000;
      const memory = await interleave(
        1,
        each((post) => growth(() => post.drain(backlog))),
      );
      const measurements: Measurement[] = [
        measurement({ case: `${count} at once`, metric: 'events per second', unit: '1/s' }, rate),
        measurement({ case: '500 a second', metric: 'latency p95', unit: 'ms' }, latency),
        measurement(
          { case: `a backlog of ${backlog}`, metric: 'growth of peak memory', unit: 'MB' },
          memory,
        ),
      ];
      const [fast, prompt] = measurements;
      log(
        `goals over RabbitMQ: ${LIMITS.perSecond}/s ${verdict((fast?.ours ?? 0) >= LIMITS.perSecond)}, p95 under ${LIMITS.latencyMs} ms ${verdict((prompt?.ours ?? Infinity) < LIMITS.latencyMs)}`,
      );
      return measurements;
    } finally {
      for (const post of posts) await post.close();
      await stand.close();
      await broker.stop();
    }
  },
};

const verdict = (isMet: boolean): string => (isMet ? 'met' : 'missed');

/** How far the resident memory rises above where it stood before, in MB. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(sampler);
  }
  return (peak - before) / 1024 / 1024;
}
