import { describeProblem } from '../contract.js';
import type { Change } from './changes.js';
import type { CheckReport } from './check.js';
import { describeFelt } from './describe-felt.js';
import { isFelt } from './felt.js';

/** The report for people: what breaks first, what is fine by number only. */
export function describeReport(report: CheckReport): string[] {
  const lines: string[] = [];
  if (report.against) {
    const { ref, commit } = report.against;
    lines.push(`Compared with ${ref} (${commit.slice(0, 10)}).`);
  }
  lines.push(...report.notes.map((note) => `  ${note}`));
  if (report.composition.length > 0) {
    lines.push('', 'The rooms do not compose:');
    lines.push(...report.composition.map((problem) => `  ${describeProblem(problem)}`));
  }
  for (const [contract, changes] of report.against ? Object.entries(report.contracts) : []) {
    const { breaking, dangerous, safe } = changes;
    if (breaking.length + dangerous.length + safe.length === 0) {
      lines.push('', `${contract}: unchanged`);
      continue;
    }
    const counts = `${breaking.length} breaking, ${dangerous.length} dangerous, ${safe.length} safe`;
    lines.push('', `${contract}: ${counts}`);
    for (const { message, felt } of breaking) {
      lines.push(`  breaking   ${message}`);
      if (felt) lines.push(...describeFelt(felt, report.usage).map((who) => `    felt by ${who}`));
    }
    lines.push(...list('dangerous', dangerous));
    lines.push(...list('safe     ', safe));
  }
  if (report.documents.length > 0) {
    lines.push('', `documents: ${report.documents.length} no longer fit the schema`);
    for (const { release, name, message } of report.documents) {
      lines.push(`  ${name} of ${release}: ${message}`);
    }
  }
  if (report.conventions.length > 0) {
    lines.push('', `conventions: ${report.conventions.length} not kept`);
    for (const { rule, coordinate, rooms, message } of report.conventions) {
      lines.push(`  ${coordinate} (${rooms.join(', ')}): ${message} [${rule}]`);
    }
  }
  lines.push('', verdict(report));
  return lines;
}

const list = (label: string, changes: readonly Change[]): string[] =>
  changes.map((change) => `  ${label}  ${change.message}`);

/** The report in one sentence. */
export function verdict(report: CheckReport): string {
  if (report.ok) {
    if (!report.against) return 'The rooms compose and keep the conventions.';
    const breaking = Object.values(report.contracts).flatMap((changes) => changes.breaking);
    return breaking.length > 0 ? 'What breaks is felt by nobody.' : 'Nothing breaks.';
  }
  const reasons = Object.entries(report.contracts)
    .filter(([, changes]) => changes.breaking.some(({ felt }) => !felt || isFelt(felt)))
    .map(([contract]) => `breaks the ${contract} contract`);
  if (report.composition.length > 0) reasons.push('does not compose');
  if (report.documents.length > 0) reasons.push('breaks documents of running releases');
  if (report.conventions.length > 0) reasons.push('does not keep the conventions');
  if (reasons.length === 0) reasons.push('has changes that the changelog does not tell');
  return `The working tree ${reasons.join(' and ')}.`;
}
