import type { CheckReport } from './check.js';
import { type Felt, isFelt } from './felt.js';

const SHOWN = 10;

/** Who would feel a change, a line for each; or that nobody would. */
export function describeFelt(felt: Felt, usage: CheckReport['usage']): string[] {
  if (!isFelt(felt)) {
    const { days = 0, countedDays = 0 } = usage ?? {};
    return [`nobody in ${days} days (counted on ${countedDays} of them)`];
  }
  const lines = [
    ...felt.documents.map((document) => `the document ${document}`),
    ...felt.operations.map(
      ({ name, client, count, lastDay }) => `${name} by ${client}, ${count} times, last ${lastDay}`,
    ),
    ...(felt.doubt === undefined ? [] : [`perhaps others: ${felt.doubt}`]),
  ];
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), `${more} more`] : lines;
}
