import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, messageOf } from './failure.js';

export interface StartOptions {
  /** Absolute path. */
  readonly dataDirectory: string;
  /** Port of the gateway; portals take base + 1 and on, rooms base + 11 and on, the database base + 32, metrics base + 41 and on, those of portals base + 51 and on. */
  readonly portBase: number;
  /** Each room as its own process over HTTP. */
  readonly processes: boolean;
  /** The portals beside the house. */
  readonly portals: boolean;
  readonly reset: boolean;
  readonly demo: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
}

export const START_HELP = `npm start -- [options]

Starts the whole of ProperTea: database, migrations, rooms, gateway and portals; at first also the demo portfolio.

  --port-base <n>   port of the gateway (default 4000); portals take n + 1 and on, the database n + 32, metrics
                    n + 41 and on (of portals n + 51 and on), rooms with --processes n + 11 and on
  --processes       each room as a process of its own, as containers do
  --data <dir>      where everything is kept (default .propertea)
  --reset           delete all data in that place first, then start anew
  --no-portals      start no portals
  --no-demo         leave the database empty at the first start
  --verbose         print what each step took, and the log of rooms and gateway
  --help            this text

Environment: DATABASE_URL, REDIS_URL, OIDC_ISSUER, SMTP_URL, TILE_URL, OTEL_EXPORTER_OTLP_ENDPOINT, PROPERTEA_MODE
(infra/local/README.md).
`;

/** @throws Refusal with exit code 2 for anything that is not one of the options. */
export function parseStartOptions(
  args: readonly string[],
  directory: string = process.cwd(),
): StartOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      allowNegative: true,
      options: {
        'port-base': { type: 'string', default: '4000' },
        data: { type: 'string', default: '.propertea' },
        processes: { type: 'boolean', default: false },
        portals: { type: 'boolean', default: true },
        demo: { type: 'boolean', default: true },
        reset: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    throw new Refusal(wrongCommandLine(cause), 2, { cause });
  }
  const portBase = Number(values['port-base']);
  if (!/^\d+$/.test(values['port-base']) || portBase < 1024 || portBase > 65_000) {
    throw new Refusal(
      `--port-base wants a number from 1024 to 65000, not "${values['port-base']}".`,
      2,
    );
  }
  if (values.data.trim() === '') throw new Refusal('--data wants the name of a folder.', 2);
  return {
    dataDirectory: resolve(directory, values.data),
    portBase,
    processes: values.processes,
    portals: values.portals,
    demo: values.demo,
    reset: values.reset,
    verbose: values.verbose,
    help: values.help,
  };
}

/** The first sentence of what parseArgs says, with the way to the list of options. */
export function wrongCommandLine(cause: unknown): string {
  const first = messageOf(cause).split(/\.\s/)[0]?.replace(/\.$/, '') ?? 'Wrong option';
  return `${first}; --help lists the options.`;
}
