import type { StormReport } from './storm.js';

export const HEAD =
  'fault | sent | right | partly | refused | wrong | foreign | lost | events / told | subscriptions | silent | heap MB\n';

/** What was measured, as a line (docs/gateway.md). */
export function lineOf({ fault, seconds, queries, subscriptions, events, heap }: StormReport) {
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
  ];
  return `${cells.map(String).join(' | ')}\n`;
}
