import { writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { expectPositionals, runCommand } from '../command.js';
import { Refusal } from '../failure.js';
import { graphClient } from '../graph-client.js';
import type { GraphClient } from '../graph-client.js';
import { fieldSource, readingOf } from '../import-mapping.js';
import { describeAccount, requirePerson, tokenFor } from '../people.js';
import { findingsOf, importPortfolio, uploadPortfolio } from '../portfolio-import.js';
import type { Finding, PortfolioImport } from '../portfolio-import.js';
import { connectRunning } from '../running.js';

await runCommand({
  help: `npm run import -- <file> --as <email> [--organization <id>] [--dry-run]

Uploads a portfolio (CSV, at most 50 MB) and imports it into the companies of an organization: all rows that are right,
in one transaction. Rejected rows are written to <name>.rejected.csv in the current folder. The platform must run.

  --as <email>           who imports: an account that may (npm run token -- --list)
  --organization <id>    into which organization (org_…); may be left out where the account has one only
  --dry-run              only try: report every row, write nothing
  --map <column>=<field> what a column holds that is called otherwise, such as "Apt No=UNIT_CODE"; may be repeated
  --set <field>=<value>  the same for all rows, such as COMPANY=ACME; may be repeated
  --layout <name>        UNITS or DEVELOPMENTS, where the columns do not tell
                         With one of these three the other columns are read as their headings probably mean.
`,
  options: {
    as: { type: 'string' },
    organization: { type: 'string' },
    'dry-run': { type: 'boolean' },
    map: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true },
    layout: { type: 'string' },
  },
  async run(line) {
    const [name = ''] = expectPositionals(line, 'file');
    const email = line.required('as');
    const file = resolve(here(), name);
    const dryRun = line.flag('dry-run');
    const layout = line.text('layout');
    const sources = [
      ...line.texts('map').map((text) => fieldSource(text, 'column')),
      ...line.texts('set').map((text) => fieldSource(text, 'value')),
    ];
    const house = await connectRunning(line.dataDirectory);
    const { organizations } = await describeAccount(house, await requirePerson(house, email));
    const organization = line.text('organization') ?? organizations[0]?.id;
    if (line.text('organization') === undefined && organizations.length !== 1) {
      const choices = organizations.map(({ id, name: title }) => `${id} (${title})`).join(', ');
      throw new Refusal(`Say which --organization: ${choices || `${email} belongs to none`}.`, 2);
    }
    const client = graphClient(house.url, organization, () => tokenFor(house, email));
    const importId = await uploadPortfolio(client, file);
    const isMapped = layout !== undefined || sources.length > 0;
    const reading = isMapped ? await readingOf(client, importId, { layout, sources }) : {};
    const done = await importPortfolio(client, { importId, dryRun, ...reading }, showProgress);
    endProgress();
    await printFindings(client, importId, done);
    await keepRejected(client, done, file);
    console.log(summaryOf(done, dryRun));
    if (done.state !== 'COMPLETED' || done.rowsRejected > 0) process.exitCode = 1;
  },
});

/** Where the user stands; npm itself goes to the root. */
function here(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

function showProgress({ state, rowsDone, rowsTotal }: PortfolioImport): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${state.toLowerCase()} ${rowsDone}/${rowsTotal ?? '?'} rows\u001B[K`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}

async function printFindings(
  client: GraphClient,
  importId: string,
  done: PortfolioImport,
): Promise<void> {
  for (const severity of ['ERROR', 'CORRECTION', 'NOTICE'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- printed in this order
    const { findings, total } = await findingsOf(client, importId, severity);
    for (const finding of findings) console.log(lineOf(finding));
    if (total > findings.length) {
      console.log(`… and ${total - findings.length} more (${severity.toLowerCase()})`);
    }
  }
  if (done.failure) console.error(done.failure);
}

function lineOf({ row, column, severity, message, value, suggestion }: Finding): string {
  const place = [row === null ? undefined : `row ${row}`, column ?? undefined].filter(Boolean);
  const shown = value === null ? '' : ` ("${value}")`;
  const hint = suggestion === null ? '' : ` – ${suggestion}`;
  return `${severity.toLowerCase().padEnd(10)} ${place.join(', ')}: ${message}${shown}${hint}`;
}

async function keepRejected(
  client: GraphClient,
  { rejectedRowsUrl }: PortfolioImport,
  file: string,
): Promise<void> {
  if (rejectedRowsUrl === null) return;
  const { status, text } = await client.fetch(rejectedRowsUrl);
  if (status !== 200) {
    throw new Refusal(`The rejected rows could not be fetched (status ${status}).`);
  }
  const target = resolve(here(), `${basename(file, extname(file))}.rejected.csv`);
  await writeFile(target, text);
  console.log(`The rejected rows are in ${target}.`);
}

function summaryOf(done: PortfolioImport, dryRun: boolean): string {
  if (done.state !== 'COMPLETED') return 'Nothing was imported.';
  const verb = dryRun ? 'would be' : 'were';
  return [
    `${done.rowsTotal ?? done.rowsDone} rows: ${done.rowsAccepted} ${verb} imported, ${done.rowsUnchanged} unchanged, ${done.rowsRejected} rejected;`,
    `${done.propertiesCreated} properties, ${done.buildingsCreated} buildings and ${done.unitsCreated} units ${verb} created,`,
    `${done.corrections} cells corrected, ${done.notices} notices.`,
  ].join(' ');
}
