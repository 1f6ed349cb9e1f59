import { number } from '../harness.js';
import type { Row } from './reference.js';

/** One figure that the product promises, and whether this run kept it. */
export interface Verdict {
  about: string;
  value: number;
  limit: number;
  /** Whether the limit is the least (true) or the most that the value may be. */
  least: boolean;
  /** The same ratio by processor time, which a busy machine disturbs less. */
  byProcessor?: number;
}

const BY_HAND = 'by-hand';
const RUST = 'hive-rust';

/** What the rows of the reference workload say about its limits; what was not measured is left out. */
export function referenceVerdicts(rows: readonly Row[]): Verdict[] {
  const own = (name: string) => rows.find((row) => row.mode === 'own keys' && row.name === name);
  const same = (name: string) => rows.find((row) => row.mode === 'identical' && row.name === name);
  const ratio = (
    about: string,
    least: boolean,
    limit: number,
    [ours, theirs]: readonly [Row | undefined, Row | undefined],
    field: 'perSecond' | 'rssMb' = 'perSecond',
  ): Verdict[] => {
    if (!ours || !theirs) return [];
    const verdict = { about, value: ours[field] / theirs[field], limit, least };
    return [
      field === 'perSecond' ? { ...verdict, byProcessor: theirs.cpuMs / ours.cpuMs } : verdict,
    ];
  };
  const ours = own('ours');
  return [
    ...ratio('own keys: requests, times Hive with its Rust planner', true, 4, [ours, own(RUST)]),
    ...ratio('own keys: requests, times stock Apollo', true, 7, [ours, own('apollo')]),
    ...ratio('own keys: requests, share of the program by hand', true, 0.55, [ours, own(BY_HAND)]),
    ...(ours
      ? [{ about: 'subgraph calls of a request', value: ours.calls, limit: 7, least: false }]
      : []),
    ...ratio('identical: requests, times Hive with its Rust planner', true, 3, [
      same('ours'),
      same(RUST),
    ]),
    ...ratio('identical, de-duplicating: requests, times Hive', true, 1, [
      same('ours-dedup'),
      same(`${RUST}-dedup`),
    ]),
    ...ratio(
      'resident memory, share of Hive with its Rust planner',
      false,
      0.5,
      [ours, own(RUST)],
      'rssMb',
    ),
  ];
}

/** The verdicts as lines: the figure, its limit and whether it holds. */
export function verdictLines(verdicts: readonly Verdict[]): string[] {
  return verdicts.map(({ about, value, limit, least, byProcessor }) => {
    const holds = least ? value >= limit : value <= limit;
    const processor = byProcessor === undefined ? '' : `; by processor time ${number(byProcessor)}`;
    const bound = `${least ? '≥' : '≤'} ${limit}`;
    return `${holds ? '✓' : '✗'} ${about}: ${number(value)} (limit ${bound})${processor}`;
  });
}
