import { grid, type Measurement, number } from '../harness.js';
import type { Gateway } from './contenders.js';
import type { Verdict } from './limits.js';
import { distinctOperations } from './operations.js';
import type { LoopOrder, LoopReport } from './loop-probe.js';
import type { PlanningOrder, PlanningReport } from './planning-process.js';
import { CORES, Program } from './processes.js';
import type { Stage } from './side-by-side.js';

const OPERATIONS = 200;
const MOST_MS_BLOCKED = 50;

/**
 * How long the loop of a gateway is blocked while it plans operations that it never saw, measured inside of it,
 * and how long its health page takes meanwhile. The same operations again show what running them costs without
 * planning: what is left of the longest block is the planner's.
 */
export async function runPlanning(
  { log }: Stage,
  gateways: readonly Gateway[],
): Promise<{ measured: Measurement[]; verdicts: Verdict[] }> {
  const prober = Program.ours('planning-process.js', [], CORES.load);
  try {
    await prober.message();
    const operations = distinctOperations(OPERATIONS);
    const unseen: Record<string, LoopReport> = {};
    const rows: string[][] = [];
    for (const { contender, url, health, program } of gateways) {
      const order: PlanningOrder = { url, health, operations };
      try {
        for (const pass of ['never seen', 'again']) {
          await program.ask<LoopReport>({ loop: 'start' } satisfies LoopOrder);
          const { report } = await prober.ask<{ report: PlanningReport }>(order);
          const loop = await program.ask<LoopReport>({ loop: 'read' } satisfies LoopOrder);
          if (pass === 'never seen') unseen[contender.name] = loop;
          const { longestBlock, longestGap } = loop;
          const figures = [longestBlock, longestGap, ...Object.values(report)];
          rows.push([contender.name, pass, ...figures.map(number)]);
        }
      } catch (error) {
        if (contender.name === 'ours') throw error;
        log(`${contender.name} is left out of planning: ${String(error).slice(0, 300)}`);
      }
    }
    const head = [
      'gateway',
      'operations',
      'longest block ms',
      'longest gap',
      'longest probe',
      'median probe',
      'median operation',
      'longest operation',
    ];
    log(
      `\nplanning, ${OPERATIONS} operations while /health is asked every 5 ms\n${grid([head, ...rows])}`,
    );
    const { ours, ...peers } = unseen;
    const measured: Measurement = {
      case: `${OPERATIONS} operations never seen`,
      metric: 'longest block of the loop',
      unit: 'ms',
      ours: ours?.longestBlock ?? Number.NaN,
      peers: Object.fromEntries(
        Object.entries(peers).map(([name, loop]) => [name, loop.longestBlock]),
      ),
      spread: Number.NaN,
    };
    const about = 'planning: longest block of the loop, ms';
    return {
      measured: [measured],
      verdicts: ours
        ? [{ about, value: ours.longestBlock, limit: MOST_MS_BLOCKED, least: false }]
        : [],
    };
  } finally {
    await prober.stop();
  }
}
