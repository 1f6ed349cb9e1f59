import type { StormReport } from './storm.js';

export const HEAD =
  'fault | sent | right | partly | refused | wrong | foreign | lost | events / told | subscriptions | silent | heap MB | well again\n';

/** What was measured, as a line (docs/gateway.md). */
export function lineOf(report: StormReport): string {
  const { fault, seconds, recoveredMs, queries, subscriptions, events, heap } = report;
  const { subscriptions: open, ended, refused, foreign, silent, told } = subscriptions;
  const cells = [
    `${fault}, ${seconds} s`,
    queries.sent,
    queries.right,
    queries.partly,
    queries.refused,
    queries.wrong.length,
    queries.foreign.length + foreign.length,
    queries.lost.length,
    `${events} / ${told}`,
    `${open} open, ended: ${String(ended)}, not begun: ${String(refused)}`,
    silent.length,
    `${heap.before} → ${heap.after}`,
    `${(recoveredMs / 1_000).toFixed(1)} s`,
  ];
  return `${cells.map(String).join(' | ')}\n`;
}
