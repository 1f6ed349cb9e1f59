import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { reportFailure } from '../failure.js';
import { requireFreePorts } from '../free-ports.js';
import { placePortal, portals } from '../portals.js';
import { parseStartOptions, START_HELP } from '../start-options.js';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const args = process.argv.slice(2);

if (args.includes('--help')) {
  process.stdout.write(`npm run dev -- [options]

Like npm start, and after every change of a source the house is compiled and started again; portals show a change at
once. Options are those of npm start.

${START_HELP}`);
} else {
  try {
    await develop();
  } catch (error) {
    process.exitCode = reportFailure(error);
  }
}

/** The compiler watches the sources, Node watches what the compiler writes, and portals watch their own. */
async function develop(): Promise<void> {
  const options = parseStartOptions(args);
  const places = options.portals
    ? portals.map((portal) => placePortal(portal, options.portBase))
    : [];
  await requireFreePorts(places.flatMap((place) => [place.port, place.metricsPort]));
  const start = fileURLToPath(new URL('../start.js', import.meta.url));
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const traced = process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
    ? ['--import', '@propertea/observability/telemetry']
    : [];
  const children = [
    // The root's tsconfig names projects and no files, and its watcher then sees no change: name the top project.
    run([compiler, '-b', 'infra/local', '--watch', '--preserveWatchOutput']),
    run(['--watch', '--watch-preserve-output', '--enable-source-maps', start, ...args], {
      PROPERTEA_DEV_PORTALS: '1',
    }),
    ...places.map(({ name, port, metricsPort, url }) =>
      run([...traced, `portals/${name}/server.mjs`], {
        NODE_ENV: 'development',
        NEXT_TELEMETRY_DISABLED: '1',
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        HOST: '127.0.0.1',
        OTEL_SERVICE_NAME: `propertea-${name}`,
        PORTAL_URL: url,
        GATEWAY_URL: `http://127.0.0.1:${options.portBase}`,
        GATEWAY_PUBLIC_URL: `http://localhost:${options.portBase}`,
      }),
    ),
  ];
  const stop = (signal: NodeJS.Signals): void => {
    for (const child of children) child.kill(signal);
  };
  // A terminal tells the children itself; a single kill of ours has to be passed on.
  process.on('SIGINT', () => process.stdin.isTTY || stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  for (const child of children) {
    child.on('exit', (code) => {
      process.exitCode ??= code ?? 0;
      stop('SIGTERM');
    });
  }
}

function run(nodeArgs: string[], environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, nodeArgs, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
}
