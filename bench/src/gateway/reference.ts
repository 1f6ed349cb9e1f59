import { interleave, median } from '../harness.js';
import type { Gateway } from './contenders.js';
import type { LoadOrder, LoadReport } from './load-process.js';
import { busySeconds, type Program, usageOf } from './processes.js';
import { type Count, type Counts, total } from './subgraphs/counts.js';
import type { SubgraphUrls } from './subgraphs/process.js';
import { ANY_SEED, dataOf, type Mode, MODES, OPERATION } from './workload.js';

/** What a part of the bench works with. */
export interface Stage {
  load: Program;
  subgraphs: SubgraphUrls;
  quick: boolean;
  log: (line: string) => void;
}

/** Medians of one gateway in one mode. */
export interface Row {
  mode: Mode;
  name: string;
  deduplicates: boolean;
  perSecond: number;
  /** (largest − smallest) ÷ median of the requests a second. */
  spread: number;
  p50: number;
  p95: number;
  p99: number;
  calls: number;
  representations: number;
  cpuMs: number;
  rssMb: number;
  peakMb: number;
  /** Shares of a core, 0…1. */
  gatewayCore: number;
  loadCore: number;
  /** What programs that are not of the bench took of both cores: above a few percent the figures are rough. */
  others: number;
}

type Span = Pick<LoadOrder, 'seconds' | 'atLeast'>;

const CONNECTIONS = 50;
const WARM_UP: Record<'quick' | 'full', Span> = {
  quick: { seconds: 1.5, atLeast: { requests: 500, within: 6 } },
  full: { seconds: 8, atLeast: { requests: 4000, within: 25 } },
};

/** The reference workload over all gateways in turn, in both modes. A peer that errs is left out, and said. */
export async function runReference(
  stage: Stage,
  gateways: readonly Gateway[],
): Promise<{ rows: Row[]; expected: string }> {
  const { log, quick } = stage;
  const { expected, equal } = await compareAll(stage, gateways);
  const rows: Row[] = [];
  for (const mode of MODES) {
    log(`\nreference workload, ${mode}: warming up`);
    const running: Gateway[] = [];
    for (const gateway of equal) {
      if (
        await survives(log, gateway, () =>
          once(stage, gateway, mode, WARM_UP[quick ? 'quick' : 'full'], expected),
        )
      ) {
        running.push(gateway);
      }
    }
    const fallen = new Set<Gateway>();
    const measured = await interleave(
      quick ? 1 : 5,
      Object.fromEntries(
        running.map((gateway) => [
          gateway.contender.name,
          async (): Promise<Sample | undefined> => {
            if (fallen.has(gateway)) return undefined;
            let sample: Sample | undefined;
            const measure = async (): Promise<void> => {
              await once(stage, gateway, mode, { seconds: 0.5 }, expected);
              sample = await once(stage, gateway, mode, { seconds: quick ? 2 : 6 }, expected);
            };
            if (!(await survives(log, gateway, measure))) fallen.add(gateway);
            return sample;
          },
        ]),
      ),
    );
    for (const { contender } of running) {
      const samples = (measured[contender.name] ?? []).filter((sample) => sample !== undefined);
      if (samples.length > 0) rows.push(rowOf(mode, contender, samples));
    }
  }
  return { rows, expected };
}

interface Sample extends LoadReport, Omit<Row, 'mode' | 'name' | 'deduplicates' | 'spread'> {}

async function once(
  { load, subgraphs }: Stage,
  { program, url }: Gateway,
  mode: Mode,
  span: Span,
  expected: string,
): Promise<Sample> {
  await fetch(`${subgraphs.admin}/reset`);
  const usages = () => Promise.all([program.pid, load.pid, subgraphs.pid].map(usageOf));
  const before = await usages();
  const busyBefore = await busySeconds();
  const started = performance.now();
  const order: LoadOrder = {
    url,
    query: OPERATION,
    mode,
    connections: CONNECTIONS,
    ...span,
    expected,
  };
  const { report } = await load.ask<{ report: LoadReport }>(order);
  const elapsed = (performance.now() - started) / 1000;
  const busy = (await busySeconds()) - busyBefore;
  const after = await usages();
  const [gateway = 0, loader = 0, rooms = 0] = after.map(
    (usage, index) => usage.cpuSeconds - (before[index]?.cpuSeconds ?? 0),
  );
  const counts = total(await readCounts(subgraphs));
  return {
    ...report,
    calls: counts.calls / report.requests,
    representations: counts.representations / report.requests,
    cpuMs: (gateway * 1000) / report.requests,
    rssMb: after[0]?.rssMb ?? Number.NaN,
    peakMb: after[0]?.peakMb ?? Number.NaN,
    gatewayCore: gateway / elapsed,
    loadCore: (loader + rooms) / elapsed,
    others: Math.max(0, busy - gateway - loader - rooms) / (2 * elapsed),
  };
}

function rowOf(mode: Mode, { name, deduplicates }: Gateway['contender'], samples: Sample[]): Row {
  const of = (field: keyof Sample): number => median(samples.map((sample) => sample[field]));
  const rates = samples.map(({ perSecond }) => perSecond);
  return {
    mode,
    name,
    deduplicates,
    perSecond: of('perSecond'),
    spread: (Math.max(...rates) - Math.min(...rates)) / of('perSecond'),
    p50: of('p50'),
    p95: of('p95'),
    p99: of('p99'),
    calls: of('calls'),
    representations: of('representations'),
    cpuMs: of('cpuMs'),
    rssMb: samples.at(-1)?.rssMb ?? Number.NaN,
    peakMb: samples.at(-1)?.peakMb ?? Number.NaN,
    gatewayCore: of('gatewayCore'),
    loadCore: of('loadCore'),
    others: of('others'),
  };
}

/** Asks every gateway once and holds its answer against the first one's, which is ours where we run. */
async function compareAll({ subgraphs, log }: Stage, gateways: readonly Gateway[]) {
  let expected = '';
  const equal: Gateway[] = [];
  for (const gateway of gateways) {
    const { name } = gateway.contender;
    await fetch(`${subgraphs.admin}/reset?trace`);
    const ok = await survives(log, gateway, async () => {
      const text = dataOf(await askOnce(gateway.url));
      expected ||= text;
      if (text !== expected) throw new Error(`its answer differs: ${difference(expected, text)}`);
      const { calls, representations, distinct }: Count = total(await readCounts(subgraphs));
      log(
        `${name.padEnd(16)} ${Math.round(text.length / 1000)} KB equal, ${calls} calls, ${representations} representations (${distinct} distinct)`,
      );
    });
    if (ok) equal.push(gateway);
  }
  return { expected, equal };
}

async function askOnce(url: string): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: OPERATION, variables: { seed: ANY_SEED } }),
  });
  return answer.text();
}

async function readCounts({ admin }: SubgraphUrls): Promise<Counts> {
  const answer = await fetch(`${admin}/counts`);
  return ((await answer.json()) as { counts: Counts }).counts;
}

/** Whether the work on a gateway succeeds. A failure of ours ends the bench; a peer's is only told. */
async function survives(
  log: Stage['log'],
  { contender, program }: Gateway,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (contender.name.startsWith('ours')) throw program.failure(String(error));
    log(`${contender.name} is left out: ${String(error).slice(0, 400)}`);
    return false;
  }
}

function difference(expected: string, text: string): string {
  let at = 0;
  while (expected[at] === text[at]) at++;
  const part = (of: string): string => of.slice(Math.max(0, at - 60), at + 60);
  return `…${part(expected)}… against …${part(text)}… at ${at}`;
}
