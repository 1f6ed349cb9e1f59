import { grid, type Measurement, number } from '../harness.js';
import type { Row } from './reference.js';

const HEAD = [
  'mode',
  'gateway',
  'RPS',
  '±',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'calls',
  'representations',
  'CPU ms',
  'RSS MB',
  'peak MB',
  'its core',
  'load core',
  'others',
];

/** All figures of the reference workload. Where the load's core is full, the gateway was not the bottleneck. */
export function referenceTable(rows: readonly Row[]): string {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return grid([
    HEAD,
    ...rows.map((row) => [
      row.mode,
      row.name,
      number(row.perSecond),
      percent(row.spread / 2),
      number(row.p50),
      number(row.p95),
      number(row.p99),
      number(row.calls),
      number(row.representations),
      number(row.cpuMs),
      number(row.rssMb),
      number(row.peakMb),
      percent(row.gatewayCore),
      percent(row.loadCore),
      percent(row.others),
    ]),
  ]);
}

const METRICS = [
  ['perSecond', 'requests', '/s'],
  ['p50', 'p50', 'ms'],
  ['p95', 'p95', 'ms'],
  ['p99', 'p99', 'ms'],
  ['calls', 'subgraph calls per request', ''],
  ['cpuMs', 'processor per request', 'ms'],
  ['rssMb', 'resident memory', 'MB'],
] as const;

/** The rows as measurements: de-duplicating gateways are compared with one another, the others likewise. */
export function referenceMeasurements(rows: readonly Row[]): Measurement[] {
  const about = ({ mode, deduplicates }: Row): string =>
    `${mode}${deduplicates ? ', in-flight requests shared' : ''}`;
  return [...new Set(rows.map(about))].flatMap((name) => {
    const group = rows.filter((row) => about(row) === name);
    const ours = group.find((row) => row.name.startsWith('ours'));
    const peers = group.filter((row) => row !== ours);
    return METRICS.map(([field, metric, unit]) => ({
      case: name,
      metric,
      unit,
      ours: ours?.[field] ?? Number.NaN,
      peers: Object.fromEntries(peers.map((row) => [row.name, row[field]])),
      spread: ours?.spread ?? Number.NaN,
    }));
  });
}
