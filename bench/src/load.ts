import { Pool } from 'undici';
import { percentile } from './harness.js';

export interface Load {
  /** Where to send; every request is a POST with this body. */
  url: string;
  headers: Record<string, string>;
  body: string;
  connections: number;
  seconds: number;
}

export interface LoadResult {
  p50: number;
  p95: number;
  perSecond: number;
}

/** Keeps `connections` requests under way for `seconds`; latencies in ms. Throws on an answer that is not 200. */
export async function load({
  url,
  headers,
  body,
  connections,
  seconds,
}: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const started = performance.now();
  const deadline = started + seconds * 1000;
  const worker = async (): Promise<void> => {
    while (performance.now() < deadline) {
      const before = performance.now();
      const answer = await pool.request({ path: pathname, method: 'POST', headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || text.includes('"errors":[{')) {
        throw new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      }
      latencies.push(performance.now() - before);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    await pool.close();
  }
  const elapsed = (performance.now() - started) / 1000;
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    perSecond: latencies.length / elapsed,
  };
}
