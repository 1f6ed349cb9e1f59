import { freePort } from '@propertea/postgres';
import { type Measurement, measurement } from '../harness.js';
import type { Gateway, Place } from './contenders.js';
import type { Verdict } from './limits.js';
import type { LoadOrder, LoadReport } from './load-process.js';
import type { OneRoomOrder } from './one-room-process.js';
import { CORES, Program, usageOf } from './processes.js';
import type { Stage } from './side-by-side.js';
import { ONE_ROOM } from './workload.js';

const MOST_MS_OVER = 0.3;
const ROUNDS = 200;
/** Under load, because one request at a time takes too long to make code hot. */
const WARM_UP = { seconds: 1, atLeast: { requests: 20_000, within: 15 } };

/**
 * What a gateway adds to a query of one subgraph: the median through it less the median of the bare call of
 * that subgraph, of single requests that take turns with it. Each gateway has its turns apart: where all of them
 * took turns on one core, each would find its code and data out of the core's caches. Beside the gateways: what
 * every program between the two adds, and our executor without that second way, with the subgraph in its process.
 */
export async function runOneRoom(
  { load, subgraphs, quick }: Stage,
  gateways: readonly Gateway[],
  { supergraph }: Place,
): Promise<{ measured: Measurement[]; verdicts: Verdict[] }> {
  const accounts = subgraphs.graphql['accounts'];
  if (!accounts) throw new Error('the workload has no accounts');
  const beside = {
    'only passing on': await startBeside('pass-on.js', accounts),
    'room in the process': await startBeside('same-process.js', supergraph),
  };
  const through = [
    ...gateways.map(({ contender, url }) => ({ name: contender.name, url })),
    ...Object.entries(beside).map(([name, { url }]) => ({ name, url })),
  ];
  const over: Record<string, number[]> = Object.fromEntries(through.map(({ name }) => [name, []]));
  const bare: number[] = [];
  const ours = gateways.find(({ contender }) => contender.name === 'ours');
  const worked = async (): Promise<number> =>
    ours ? (await usageOf(ours.program.pid)).cpuSeconds * 1000 : 0;

  const asker = Program.ours('one-room-process.js', [], CORES.load);
  const ask = async (url: string): Promise<{ direct: number; over: number }> => {
    const order: OneRoomOrder = { urls: [accounts, url], rounds: ROUNDS };
    const { medians } = await asker.ask<{ medians: number[] }>(order);
    const [direct = Number.NaN, median = Number.NaN] = medians;
    return { direct, over: median - direct };
  };
  const samples = quick ? 3 : 15;
  let byProcessor: number;
  try {
    await asker.message();
    for (const url of [accounts, ...through.map((each) => each.url)]) {
      const order: LoadOrder = {
        url,
        operation: ONE_ROOM,
        mode: 'own keys',
        connections: 50,
        ...WARM_UP,
      };
      await load.ask<{ report: LoadReport }>(order);
    }
    for (const { url } of through) await ask(url);
    const before = await worked();
    for (let sample = 0; sample < samples; sample++) {
      for (const { name, url } of through) {
        const asked = await ask(url);
        bare.push(asked.direct);
        over[name]?.push(asked.over);
      }
    }
    byProcessor = ((await worked()) - before) / (samples * ROUNDS);
  } finally {
    const programs = Object.values(beside).map(({ program }) => program);
    await Promise.all([asker, ...programs].map((program) => program.stop()));
  }
  const about = 'one room, single requests';
  const added = measurement(
    { case: about, metric: 'p50 over the bare call', unit: 'ms' },
    { ours: [], ...over },
  );
  const direct = measurement(
    { case: about, metric: 'p50 of the bare call', unit: 'ms' },
    { ours: [], 'the subgraph': bare },
  );
  const verdict: Verdict = {
    about: 'a query of one room, ms over the bare call',
    value: added.ours,
    limit: MOST_MS_OVER,
    least: false,
    byProcessor,
  };
  return { measured: [added, direct], verdicts: ours ? [verdict] : [] };
}

/** A program of `peers/` that is no gateway, once it listens. */
async function startBeside(
  script: string,
  about: string,
): Promise<{ url: string; program: Program }> {
  const port = await freePort();
  const program = Program.ours(`peers/${script}`, [about, String(port)], CORES.gateway);
  await program.message();
  return { url: `http://127.0.0.1:${port}/graphql`, program };
}
