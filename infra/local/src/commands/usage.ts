import { postgresKeyValue, readUsage, redisKeyValue } from '@propertea/gateway';
import type { KeyValue } from '@propertea/gateway';
import { expectPositionals, runCommand } from '../command.js';
import type { CommandLine } from '../command.js';
import { readEnvironment } from '../environment.js';
import { Refusal } from '../failure.js';
import { readRuntime } from '../instance.js';
import { connectRunning } from '../running.js';
import { describeUsage, ofOperation } from '../usage-table.js';
import type { UsageTable } from '../usage-table.js';

const DEFAULT_DAYS = '30';
const LONGEST = 366;

const logger = {
  warn: (details: object, message: string) => console.error(message, details),
};

/** Where the gateway keeps its counts: REDIS_URL, the running platform, or DATABASE_URL. */
async function openStore(dataDirectory: string): Promise<KeyValue> {
  const { redisUrl, databaseUrl } = readEnvironment();
  if (redisUrl) return redisKeyValue({ url: redisUrl, logger });
  const isRunning = (await readRuntime(dataDirectory)) !== undefined;
  const url =
    databaseUrl && !isRunning ? databaseUrl : (await connectRunning(dataDirectory)).adminUrl;
  return postgresKeyValue({ url, logger, poolMax: 1 });
}

function daysOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST) return days;
  throw new Refusal(`--days wants a number from 1 to ${LONGEST}, not "${text}".`, 2);
}

function tableOf(line: Pick<CommandLine, 'flag' | 'text'>): UsageTable {
  if (line.flag('fields')) return 'fields';
  return line.flag('callers') || line.text('operation') !== undefined ? 'callers' : 'operations';
}

await runCommand({
  help: `npm run usage -- [--days <n>] [--operation <name or hash>] [--callers | --fields] [--json]

Who asked what in the last days, as the gateway counted it: operations by document and client, the most used
first; at most a minute old. Counts are where the gateway's sessions are: of the platform that runs here, or of
REDIS_URL or DATABASE_URL. schema:check --usage-from takes what --json prints.

  --days <n>     how many days, today included (default ${DEFAULT_DAYS})
  --operation <name or hash>
                 that operation alone (the beginning of the hash is enough), with all who call it
  --callers      each operation once, below it who calls it, how often, and on which day last
  --fields       fields, arguments and enum values instead of operations
  --json         everything, for programs
`,
  options: {
    days: { type: 'string' },
    operation: { type: 'string' },
    callers: { type: 'boolean' },
    fields: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  async run(line) {
    expectPositionals(line);
    const days = daysOf(line.text('days') ?? DEFAULT_DAYS);
    const store = await openStore(line.dataDirectory);
    try {
      const counted = await readUsage(store, days, new Date());
      const operation = line.text('operation');
      const usage = operation === undefined ? counted : ofOperation(counted, operation);
      if (line.flag('json')) console.log(JSON.stringify(usage, undefined, 2));
      else for (const text of describeUsage(usage, tableOf(line))) console.log(text);
    } finally {
      await store.close();
    }
  },
});
