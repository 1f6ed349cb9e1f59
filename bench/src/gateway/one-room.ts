import { interleave, type Measurement, measurement } from '../harness.js';
import type { Gateway } from './contenders.js';
import type { Verdict } from './limits.js';
import type { LoadOrder, LoadReport } from './load-process.js';
import type { Stage } from './reference.js';
import { ONE_ROOM } from './workload.js';

const MOST_MS_OVER = 0.3;

/** A query of one subgraph through each gateway against the bare call of that subgraph, one at a time. */
export async function runOneRoom(
  { load, subgraphs, quick }: Stage,
  gateways: readonly Gateway[],
): Promise<{ measured: Measurement[]; verdicts: Verdict[] }> {
  const p50 = async (url: string, seconds: number): Promise<number> => {
    const order: LoadOrder = { url, query: ONE_ROOM, mode: 'own keys', connections: 1, seconds };
    return (await load.ask<{ report: LoadReport }>(order)).report.p50;
  };
  const urls = {
    ...Object.fromEntries(gateways.map(({ contender, url }) => [contender.name, url])),
    'the bare call': subgraphs.graphql.accounts,
  };
  for (const url of Object.values(urls)) await p50(url, quick ? 1 : 4);
  const contenders = Object.entries(urls).map(([name, url]) => [
    name,
    () => p50(url, quick ? 1 : 3),
  ]);
  const results = await interleave<number>(quick ? 1 : 5, Object.fromEntries(contenders));
  const measured = measurement(
    { case: 'one room, 1 connection', metric: 'p50', unit: 'ms' },
    { ours: [], ...results },
  );
  const value = measured.ours - (measured.peers['the bare call'] ?? Number.NaN);
  const about = 'a query of one room, ms over the bare call';
  return {
    measured: [measured],
    verdicts: Number.isNaN(value) ? [] : [{ about, value, limit: MOST_MS_OVER, least: false }],
  };
}
