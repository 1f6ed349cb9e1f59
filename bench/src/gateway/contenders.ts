import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@propertea/postgres';
import { CORES, Program } from './processes.js';
import type { WorkloadName } from './workloads.js';

/** What every gateway of a run is given. */
export interface Place {
  workload: WorkloadName;
  supergraph: string;
  subgraphs: Record<string, string>;
  /** For configurations and profiles; gone after the run. */
  directory: string;
  /** Where the peers are installed. */
  peers: string;
}

/** A gateway that is up. */
export interface Gateway {
  contender: Contender;
  url: string;
  health: string;
  program: Program;
}

export interface Contender {
  name: string;
  /** Answers identical requests in flight with one execution. */
  deduplicates: boolean;
  /** Serves any operation of the supergraph. */
  general: boolean;
  /** Whether the peers have to be installed for it. */
  installed: boolean;
  health: string;
  start(place: Place, port: number, nodeArguments: readonly string[]): Promise<Program>;
}

const OUR_MAIN = fileURLToPath(
  new URL('../../../packages/executor/dist/serve/main.js', import.meta.url),
);

/** As `npm run gateway` starts it. */
const OUR_FLAGS = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

/** Whether our gateway is built. */
export const weAreThere = (): boolean => existsSync(OUR_MAIN);

function ours(name: string, deduplicateInbound: boolean): Contender {
  return {
    name,
    deduplicates: deduplicateInbound,
    general: true,
    installed: false,
    health: '/health',
    async start({ supergraph, directory }, port, nodeArguments) {
      const config = join(directory, `${name}-${port}.json`);
      await writeFile(config, JSON.stringify({ deduplicateInbound }));
      const parameters = ['--supergraph', supergraph, '--port', String(port), '--config', config];
      return Program.start(OUR_MAIN, parameters, {
        core: CORES.gateway,
        nodeArguments: [...OUR_FLAGS, ...nodeArguments],
      });
    },
  };
}

function hive(name: string, flags: readonly string[], deduplicates = false): Contender {
  return {
    name,
    deduplicates,
    general: true,
    installed: true,
    health: '/healthcheck',
    async start({ supergraph, peers }, port, nodeArguments) {
      // The configuration imports the gateway's package, so it lies beside it.
      const config = join(peers, `${name}.config.mjs`);
      await writeFile(
        config,
        `export const gatewayConfig = { inboundInflightRequestDeduplication: ${deduplicates} };\n`,
      );
      const options = { host: '127.0.0.1', port: String(port), fork: '1', 'config-path': config };
      const parameters = Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]);
      const main = join(peers, 'node_modules/@graphql-hive/gateway/dist/bin.js');
      return Program.start(main, ['supergraph', supergraph, ...flags, ...parameters], {
        core: CORES.gateway,
        cwd: peers,
        nodeArguments,
      });
    },
  };
}

/** Ours first; the names are what `--only` takes. */
export const CONTENDERS: readonly Contender[] = [
  ours('ours', false),
  ours('ours-dedup', true),
  {
    name: 'by-hand',
    deduplicates: false,
    general: false,
    installed: false,
    health: '/',
    async start({ workload, subgraphs }, port, nodeArguments) {
      const parameters = [JSON.stringify(subgraphs), String(port)];
      return Program.ours(`peers/by-hand-${workload}.js`, parameters, CORES.gateway, nodeArguments);
    },
  },
  {
    name: 'apollo',
    deduplicates: false,
    general: true,
    installed: false,
    health: '/?query=%7B__typename%7D',
    async start({ supergraph }, port, nodeArguments) {
      const parameters = [supergraph, String(port)];
      return Program.ours('peers/apollo.js', parameters, CORES.gateway, nodeArguments);
    },
  },
  hive('hive', []),
  hive('hive-jit', ['--jit']),
  hive('hive-rust', ['--hive-router-runtime']),
  hive('hive-rust-dedup', ['--hive-router-runtime'], true),
];

const LOOP_PROBE = `--import=${new URL('loop-probe.js', import.meta.url).href}`;
const UP_WITHIN_MS = 60_000;

/** Starts a gateway on a free port and waits until it is healthy. */
export async function startGateway(
  contender: Contender,
  place: Place,
  nodeArguments: readonly string[] = [],
): Promise<Gateway> {
  const port = await freePort();
  const program = await contender.start(place, port, [LOOP_PROBE, ...nodeArguments]);
  const origin = `http://127.0.0.1:${port}`;
  const health = `${origin}${contender.health}`;
  const deadline = Date.now() + UP_WITHIN_MS;
  while (!(await isUp(health))) {
    if (program.ended || Date.now() > deadline) {
      await program.stop();
      throw program.failure(`${contender.name} did not come up`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { contender, url: `${origin}/graphql`, health, program };
}

/** Apollo answers a GET only to a client that shows that it is no form of a web page. */
export const PROBE_HEADERS = { 'apollo-require-preflight': 'true' };

async function isUp(url: string): Promise<boolean> {
  const signal = AbortSignal.timeout(1000);
  return fetch(url, { headers: PROBE_HEADERS, signal }).then(
    async (answer) => {
      await answer.text();
      return answer.ok;
    },
    () => false,
  );
}
