import { parseArgs } from 'node:util';
import { type Bench, table, writeJson } from './harness.js';
import { doorsBench } from './doors/doors.bench.js';
import { eventsBench } from './events/events.bench.js';
import { gatewayBench } from './gateway/gateway.bench.js';
import { importBench } from './import/import.bench.js';
import { leasingBench } from './leasing/leasing.bench.js';
import { readBench } from './read/read.bench.js';
import { portalBench } from './portal/portal.bench.js';
import { startBench } from './start/start.bench.js';

const BENCHES: readonly Bench[] = [
  doorsBench,
  eventsBench,
  gatewayBench,
  importBench,
  leasingBench,
  portalBench,
  readBench,
  startBench,
];

const USAGE = `npm run bench -- <name> [--quick] [--only NAME,…] [--json FILE]
${BENCHES.map((bench) => `  ${bench.name.padEnd(10)}${bench.about}`).join('\n')}`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const bench = BENCHES.find((candidate) => candidate.name === positionals[0]);
  if (values.help || !bench || positionals.length > 1) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const measurements = await bench.run({
    quick: values.quick,
    only: values.only?.split(',') ?? [],
    log: (line) => console.log(line),
  });
  console.log(`\n${table(measurements)}`);
  if (values.json) await writeJson(values.json, measurements);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
