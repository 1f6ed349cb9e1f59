import { grid, type Measurement, number } from '../harness.js';
import type { Gateway } from './contenders.js';
import type { Verdict } from './limits.js';
import { distinctOperations } from './operations.js';
import type { PlanningOrder, PlanningReport } from './planning-process.js';
import { CORES, Program } from './processes.js';
import type { Stage } from './reference.js';

const OPERATIONS = 200;
const MOST_MS_BLOCKED = 50;

/**
 * How long a gateway answers nothing while it plans operations that it never saw. The same operations again
 * show what running them costs without planning: what is left of the longest wait is the planner's.
 */
export async function runPlanning(
  { log }: Stage,
  gateways: readonly Gateway[],
): Promise<{ measured: Measurement[]; verdicts: Verdict[] }> {
  const prober = Program.ours('planning-process.js', [], CORES.load);
  try {
    await prober.message();
    const operations = distinctOperations(OPERATIONS);
    const unseen: Record<string, PlanningReport> = {};
    const rows: string[][] = [];
    for (const { contender, url, health } of gateways) {
      const order: PlanningOrder = { url, health, operations };
      try {
        for (const pass of ['never seen', 'again']) {
          const { report } = await prober.ask<{ report: PlanningReport }>(order);
          if (pass === 'never seen') unseen[contender.name] = report;
          rows.push([contender.name, pass, ...Object.values(report).map(number)]);
        }
      } catch (error) {
        if (contender.name === 'ours') throw error;
        log(`${contender.name} is left out of planning: ${String(error).slice(0, 300)}`);
      }
    }
    const head = [
      'gateway',
      'operations',
      'longest probe ms',
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
      metric: 'longest wait of /health',
      unit: 'ms',
      ours: ours?.longestProbe ?? Number.NaN,
      peers: Object.fromEntries(
        Object.entries(peers).map(([name, report]) => [name, report.longestProbe]),
      ),
      spread: Number.NaN,
    };
    const about = 'planning: longest block of the loop, ms';
    return {
      measured: [measured],
      verdicts: ours
        ? [{ about, value: ours.longestProbe, limit: MOST_MS_BLOCKED, least: false }]
        : [],
    };
  } finally {
    await prober.stop();
  }
}
