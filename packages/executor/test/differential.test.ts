import { Campaign } from './differential/campaign.js';

/** So many operations are tried in a run of the gate; PROPERTEA_DIFFERENTIAL tries another number. */
const OPERATIONS = 900;
const BY_GRAPH = 12;

/** What was counted, a line each. */
function report({ counts, defects, refusals }: Campaign): string {
  const lines = [
    ...Object.entries(counts),
    ...[...refusals].map(([why, count]) => [`refused: ${why}`, count]),
    ...[...defects].map(([name, count]) => [`defect of the oracle: ${name}`, count]),
  ];
  return lines.map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`).join('\n');
}

it('operations by chance over graphs by chance are answered as the specification says, and as the stock gateway does where it is right', async () => {
  // oxlint-disable-next-line node/no-process-env -- a test that says how long it runs
  const most = Number(process.env['PROPERTEA_DIFFERENTIAL'] ?? OPERATIONS);
  const campaign = new Campaign();
  for (let seed = 1; campaign.counts.operations < most; seed += 1) {
    await campaign.run(seed, BY_GRAPH, most);
  }
  process.stdout.write(`differential test:\n${report(campaign)}\n`);
  expect(campaign.findings.map(({ at, what }) => `${at} ${what}`)).toEqual([]);
  expect(campaign.counts['equal to the specification']).toBeGreaterThan(most / 3);
  expect(campaign.counts['equal to the oracle']).toBeGreaterThan(most / 4);
}, 3_600_000);
