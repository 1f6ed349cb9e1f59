import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { subgraphNames } from '../supergraph/read-supergraph.js';
import { readConfig } from './config.js';
import { startGateway } from './gateway.js';

const USAGE = `npm run gateway -- --supergraph <file> [--port <n>] [--config <file>]
Serves a supergraph of federation 2 at /graphql, and /health. See packages/executor/README.md.`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  // Under load most of the old heap is garbage soon: it may grow threefold between collections and not fourfold.
  setFlagsFromString('--heap-growing-percent=200');
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      config: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.supergraph) {
    say(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port`);
  }
  const supergraphSdl = await readFile(values.supergraph, 'utf8');
  const config = await readConfig(values.config, subgraphNames(supergraphSdl));
  const gateway = await startGateway(supergraphSdl, port, config);
  say(`http://${config.host}:${gateway.port}/graphql`);
  const stop = (): void => {
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
