import { type Measurement, measurement } from '../harness.js';
import { type Contender, type Place, startGateway } from './contenders.js';
import type { Verdict } from './limits.js';
import { CORES, Program, usageOf } from './processes.js';
import type { Stage } from './reference.js';
import type { FireReport, SocketsOrder } from './sockets-process.js';

const SOCKETS = 10_000;
const MOST_MS = 1000;
const MOST_KB = 20;
const SETTLE_MS = 5000;

/** One event to all open subscriptions of our gateway, and what an idle one costs in memory. */
export async function runSockets(
  { subgraphs, quick, log }: Stage,
  ours: Contender,
  place: Place,
): Promise<{ measured: Measurement[]; verdicts: Verdict[] }> {
  const count = quick ? SOCKETS / 10 : SOCKETS;
  const { admin } = subgraphs;
  const gateway = await startGateway(ours, place);
  const client = Program.ours('sockets-process.js', [], CORES.load);
  const ask = <T>(order: SocketsOrder): Promise<T> => client.ask<T>(order);
  try {
    await client.message();
    const url = gateway.url.replace('http', 'ws');
    const first = await ask({ open: { url, count: 1 }, admin }).catch((error: unknown) => error);
    if (first instanceof Error) {
      log(`\nsockets: not measured, the first did not work: ${first.message}`);
      return { measured: [], verdicts: [] };
    }
    // The first sockets load code and open the way to the subgraph, which is not the cost of a subscription.
    await ask({ open: { url, count: 50 }, admin });
    const before = await usageOf(gateway.program.pid);
    const started = performance.now();
    await ask({ open: { url, count }, admin });
    const opened = (performance.now() - started) / 1000;
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const idle = await usageOf(gateway.program.pid);
    const kilobytes = ((idle.rssMb - before.rssMb) * 1024) / count;

    const fired: FireReport[] = [];
    for (let round = 0; round < (quick ? 3 : 7); round++) {
      fired.push((await ask<{ report: FireReport }>({ fire: true, admin })).report);
    }
    const upstream = (await (await fetch(`${admin}/counts`)).json()) as { subscriptions: number };
    log(
      `\nsockets: ${count} subscriptions opened in ${opened.toFixed(1)} s; the subgraph holds ${upstream.subscriptions}`,
    );
    const about = `${count} subscriptions, one event`;
    const last = measurement(
      { case: about, metric: 'until the last has it', unit: 'ms' },
      { ours: fired.map((report) => report.last) },
    );
    const half = measurement(
      { case: about, metric: 'until half have it', unit: 'ms' },
      { ours: fired.map((report) => report.half) },
    );
    const memory = measurement(
      { case: `${count} subscriptions, idle`, metric: 'resident memory of each', unit: 'KB' },
      { ours: [kilobytes] },
    );
    return {
      measured: [half, last, memory],
      verdicts: [
        {
          about: `${about}: ms until the last has it`,
          value: last.ours,
          limit: MOST_MS,
          least: false,
        },
        { about: 'an idle subscription, KB', value: kilobytes, limit: MOST_KB, least: false },
      ],
    };
  } finally {
    await client.stop();
    await gateway.program.stop();
  }
}
