import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measurement } from '../harness.js';
import {
  type Contender,
  CONTENDERS,
  type Gateway,
  type Place,
  startGateway,
  weAreThere,
} from './contenders.js';
import { referenceVerdicts, type Verdict, verdictLines } from './limits.js';
import { runOneRoom } from './one-room.js';
import { installPeers } from './peers/install.js';
import { runPlanning } from './planning.js';
import { canPin, CORES, Program } from './processes.js';
import { runProfile } from './profile.js';
import { workloadMeasurements, workloadTable } from './report.js';
import { runSideBySide, type Stage } from './side-by-side.js';
import { runSockets } from './sockets.js';
import type { SubgraphUrls } from './subgraphs/process.js';
import { writeSupergraph } from './supergraph.js';
import { WORKLOAD_NAMES, type WorkloadName, workloadOf } from './workloads.js';

/** Each part by the workload that it is about. */
const PARTS = {
  reference: ['reference', 'one-room', 'planning', 'sockets', 'profile'],
  'property-page': ['property-page'],
} as const satisfies Record<WorkloadName, readonly string[]>;
type Part = (typeof PARTS)[WorkloadName][number];
/** The parts that all gateways take part in. */
const TOGETHER: readonly Part[] = ['reference', 'property-page', 'one-room', 'planning'];
/** What other programs may take of the cores before a run is called rough. */
const QUIET = 0.05;

interface Found {
  measured: Measurement[];
  verdicts: Verdict[];
}

export const gatewayBench: Bench = {
  name: 'gateway',
  about: 'our gateway, Apollo, Hive and a program by hand on two workloads',
  async run({ quick, only, log }) {
    const { parts, contenders } = chosen(only);
    if (!canPin)
      log('two cores and taskset are not there: nothing is pinned, the figures are rough');
    const directory = await mkdtemp(join(tmpdir(), 'propertea-bench-gateway-'));
    const remove = (): void => rmSync(directory, { recursive: true, force: true });
    process.once('exit', remove);
    const load = Program.ours('load-process.js', [], CORES.load);
    try {
      await load.message();
      const peers = contenders.some(({ installed }) => installed) ? await installPeers(log) : '';
      const found: Found = { measured: [], verdicts: [] };
      for (const name of WORKLOAD_NAMES) {
        const wanted = PARTS[name].filter((part) => parts.has(part));
        if (wanted.length === 0) continue;
        const rooms = Program.ours('subgraphs/process.js', [name], CORES.load);
        try {
          const subgraphs = await rooms.message<SubgraphUrls>();
          const workload = workloadOf(name);
          const supergraph = join(directory, `${name}.graphql`);
          await writeSupergraph(supergraph, workload.schemas, subgraphs.graphql);
          const place: Place = {
            workload: name,
            supergraph,
            subgraphs: subgraphs.graphql,
            directory,
            peers,
          };
          const stage: Stage = { workload, load, subgraphs, quick, log };
          const { measured, verdicts } = await runParts(new Set(wanted), contenders, stage, place);
          found.measured.push(...measured);
          found.verdicts.push(...verdicts);
        } finally {
          await rooms.stop();
        }
      }
      if (found.verdicts.length > 0) log(`\n${verdictLines(found.verdicts).join('\n')}`);
      return found.measured;
    } finally {
      await load.stop();
      remove();
    }
  },
};

/** Runs parts about one workload, first those of all gateways, then those of ours alone. */
async function runParts(
  parts: ReadonlySet<Part>,
  contenders: readonly Contender[],
  stage: Stage,
  place: Place,
): Promise<Found> {
  const found: Found = { measured: [], verdicts: [] };
  const keep = ({ measured, verdicts }: Found): void => {
    found.measured.push(...measured);
    found.verdicts.push(...verdicts);
  };
  const gateways: Gateway[] = [];
  try {
    if (TOGETHER.some((part) => parts.has(part))) {
      for (const contender of contenders) gateways.push(await startGateway(contender, place));
    }
    if (parts.has(stage.workload.name)) keep(await runWorkload(stage, gateways));
    const plain = gateways.filter(({ contender }) => contender.general && !contender.deduplicates);
    if (parts.has('one-room')) keep(await runOneRoom(stage, plain, place));
    if (parts.has('planning')) keep(await runPlanning(stage, plain));
  } finally {
    for (const { program } of gateways) await program.stop();
  }
  const ours = contenders.find(({ name }) => name === 'ours');
  if (ours && parts.has('sockets')) keep(await runSockets(stage, ours, place));
  if (ours && parts.has('profile')) await runProfile(stage, ours, place);
  return found;
}

async function runWorkload(stage: Stage, gateways: readonly Gateway[]): Promise<Found> {
  const { workload, log } = stage;
  const rows = await runSideBySide(stage, gateways);
  log(`\n${workloadTable(rows)}`);
  const others = Math.max(...rows.map((row) => row.others));
  if (others > QUIET) {
    log(`other programs took up to ${Math.round(others * 100)} % of the cores: rough figures`);
  }
  return {
    measured: workloadMeasurements(workload.name, rows),
    verdicts: workload.name === 'reference' ? referenceVerdicts(rows) : [],
  };
}

/** `--only` names parts, gateways or both; what it names none of is complete. */
function chosen(only: readonly string[]) {
  const all = WORKLOAD_NAMES.flatMap((name): readonly Part[] => PARTS[name]);
  const known = [...all, ...CONTENDERS.map(({ name }) => name)] as string[];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const parts = all.filter((part) => only.includes(part));
  const named = CONTENDERS.filter(({ name }) => only.includes(name));
  const contenders = named.length > 0 ? named : CONTENDERS;
  if (contenders.some(({ name }) => name.startsWith('ours')) && !weAreThere()) {
    throw new Error('our gateway is not built: npm run build, or name the peers by --only');
  }
  return { parts: new Set(parts.length > 0 ? parts : all), contenders };
}
