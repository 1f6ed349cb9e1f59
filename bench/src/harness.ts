import { writeFile } from 'node:fs/promises';

/** One line of a bench: medians of interleaved runs, and how far our runs lay apart. */
export interface Measurement {
  case: string;
  metric: string;
  unit: string;
  ours: number;
  peers: Record<string, number>;
  /** (largest − smallest) ÷ median of our runs. */
  spread: number;
}

export interface BenchOptions {
  /** Fewer and shorter rounds: shows that it runs, not how fast it is. */
  quick: boolean;
  /** Parts or peers by name, where a bench can leave the others out; empty means all. */
  only: readonly string[];
  log: (line: string) => void;
}

/** A bench by its name on the command line. */
export interface Bench {
  name: string;
  about: string;
  run: (options: BenchOptions) => Promise<Measurement[]>;
}

/** Runs every contender once a round, in turning order, so that noise of the machine hits all alike. */
export async function interleave<Result>(
  rounds: number,
  contenders: Record<string, () => Promise<Result>>,
): Promise<Record<string, Result[]>> {
  const names = Object.keys(contenders);
  const results: Record<string, Result[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] as string;
      const run = contenders[name];
      if (run) results[name]?.push(await run());
    }
  }
  return results;
}

/** The measurement of interleaved results, `ours` being the contender of that name. */
export function measurement(
  about: Pick<Measurement, 'case' | 'metric' | 'unit'>,
  results: Record<string, number[]>,
): Measurement {
  const { ours = [], ...peers } = results;
  return {
    ...about,
    ours: median(ours),
    peers: Object.fromEntries(
      Object.entries(peers).map(([name, values]) => [name, median(values)]),
    ),
    spread: (Math.max(...ours) - Math.min(...ours)) / median(ours),
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value below which `share` (0…1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** The table of a bench as text: case, ours, each peer with the ratio ours ÷ peer, spread. */
export function table(measurements: readonly Measurement[]): string {
  const rows = measurements.flatMap((line) => {
    const head = [line.case, `${line.metric} (${line.unit})`, number(line.ours)];
    const spread = Number.isFinite(line.spread) ? `±${Math.round(line.spread * 50)} %` : '';
    const peers = Object.entries(line.peers);
    if (peers.length === 0) return [[...head, '', '', '', spread]];
    return peers.map(([name, value], index) => [
      ...(index === 0 ? head : ['', '', '']),
      name,
      number(value),
      number(line.ours / value),
      index === 0 ? spread : '',
    ]);
  });
  return grid([['case', 'metric', 'ours', 'peer', 'theirs', 'ratio', 'spread'], ...rows]);
}

/** Rows of cells in columns as wide as their widest cell; the first row decides how many there are. */
export function grid(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export async function writeJson(file: string, measurements: readonly Measurement[]): Promise<void> {
  await writeFile(file, `${JSON.stringify(measurements, null, 2)}\n`);
}

/** A figure with as many digits as it is worth. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
