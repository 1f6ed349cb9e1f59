import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measurement } from '../harness.js';
import { CONTENDERS, type Gateway, type Place, startGateway, weAreThere } from './contenders.js';
import { referenceVerdicts, type Verdict, verdictLines } from './limits.js';
import { runOneRoom } from './one-room.js';
import { installPeers } from './peers/install.js';
import { runPlanning } from './planning.js';
import { canPin, CORES, Program } from './processes.js';
import { runProfile } from './profile.js';
import { runReference, type Stage } from './reference.js';
import { referenceMeasurements, referenceTable } from './report.js';
import { runSockets } from './sockets.js';
import type { SubgraphUrls } from './subgraphs/process.js';
import { writeSupergraph } from './supergraph.js';

const PARTS = ['reference', 'one-room', 'planning', 'sockets', 'profile'] as const;
/** What other programs may take of the cores before a run is called rough. */
const QUIET = 0.05;
type Part = (typeof PARTS)[number];

export const gatewayBench: Bench = {
  name: 'gateway',
  about: 'our gateway, Apollo, Hive and a program by hand on the reference workload',
  async run({ quick, only, log }) {
    const { parts, contenders } = chosen(only);
    if (!canPin)
      log('two cores and taskset are not there: nothing is pinned, the figures are rough');
    const directory = await mkdtemp(join(tmpdir(), 'propertea-gateway-'));
    const programs: Program[] = [];
    try {
      const rooms = Program.ours('subgraphs/process.js', [], CORES.load);
      programs.push(rooms);
      const subgraphs = await rooms.message<SubgraphUrls>();
      const load = Program.ours('load-process.js', [], CORES.load);
      programs.push(load);
      await load.message();

      const place: Place = {
        supergraph: join(directory, 'supergraph.graphql'),
        subgraphs: subgraphs.graphql,
        directory,
        peers: contenders.some(({ installed }) => installed) ? await installPeers(log) : '',
      };
      await writeSupergraph(place.supergraph, subgraphs.graphql);
      const stage: Stage = { load, subgraphs, quick, log };

      const gateways: Gateway[] = [];
      if (['reference', 'one-room', 'planning'].some((part) => parts.has(part as Part))) {
        for (const contender of contenders) {
          const gateway = await startGateway(contender, place);
          programs.push(gateway.program);
          gateways.push(gateway);
        }
      }
      const measured: Measurement[] = [];
      const verdicts: Verdict[] = [];
      const keep = (found: { measured: Measurement[]; verdicts: Verdict[] }): void => {
        measured.push(...found.measured);
        verdicts.push(...found.verdicts);
      };
      const plain = gateways.filter(
        ({ contender }) => contender.general && !contender.deduplicates,
      );

      if (parts.has('reference')) {
        const { rows } = await runReference(stage, gateways);
        log(`\n${referenceTable(rows)}`);
        const others = Math.max(...rows.map((row) => row.others));
        if (others > QUIET) {
          log(
            `other programs took up to ${Math.round(others * 100)} % of the cores: rough figures`,
          );
        }
        keep({ measured: referenceMeasurements(rows), verdicts: referenceVerdicts(rows) });
      }
      if (parts.has('one-room')) keep(await runOneRoom(stage, plain));
      if (parts.has('planning')) keep(await runPlanning(stage, plain));
      for (const { program } of gateways) await program.stop();

      const ours = contenders.find(({ name }) => name === 'ours');
      if (ours && parts.has('sockets')) keep(await runSockets(stage, ours, place));
      if (ours && parts.has('profile')) await runProfile(stage, ours, place);
      log(`\n${verdictLines(verdicts).join('\n')}`);
      return measured;
    } finally {
      for (const program of programs.toReversed()) await program.stop();
      await rm(directory, { recursive: true, force: true });
    }
  },
};

/** `--only` names parts, gateways or both; what it names none of is complete. */
function chosen(only: readonly string[]) {
  const known = [...PARTS, ...CONTENDERS.map(({ name }) => name)] as string[];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`no ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const parts = PARTS.filter((part) => only.includes(part));
  const named = CONTENDERS.filter(({ name }) => only.includes(name));
  const contenders = named.length > 0 ? named : CONTENDERS;
  if (contenders.some(({ name }) => name.startsWith('ours')) && !weAreThere()) {
    throw new Error('our gateway is not built: npm run build, or name the peers by --only');
  }
  return { parts: new Set(parts.length > 0 ? parts : PARTS), contenders };
}
