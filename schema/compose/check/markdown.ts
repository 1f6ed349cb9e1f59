import { describeProblem } from '../contract.js';
import type { CheckReport } from './check.js';
import { describeFelt } from './describe-felt.js';
import { verdict } from './report.js';

/** The report for a pull request. */
export function markdownReport(report: CheckReport): string[] {
  const lines = [`### Schema: ${report.ok ? '✅' : '❌'} ${verdict(report)}`, ''];
  if (report.against) {
    const { ref, commit } = report.against;
    lines.push(`Compared with \`${ref}\` (${commit.slice(0, 10)}).`, '');
  }
  lines.push(...report.notes.map((note) => `- ${note}`));
  lines.push(...section('The rooms do not compose', report.composition.map(describeProblem)));
  for (const [contract, { breaking, dangerous, safe }] of Object.entries(report.contracts)) {
    const items = [
      ...breaking.flatMap(({ message, felt }) => [
        `**breaking** ${message}`,
        ...(felt ? describeFelt(felt, report.usage).map((line) => `  felt by ${line}`) : []),
      ]),
      ...dangerous.map(({ message }) => `**dangerous** ${message}`),
      ...safe.map(({ message }) => message),
    ];
    const title = `${contract}: ${breaking.length} breaking, ${dangerous.length} dangerous, ${safe.length} safe`;
    lines.push(...section(title, items));
  }
  const broken = report.documents.map(
    ({ release, name, message }) => `**${name}** of ${release}: ${message}`,
  );
  lines.push(...section('Documents that no longer fit the schema', broken));
  const conventions = report.conventions.map(
    ({ coordinate, message, rule }) => `\`${coordinate}\`: ${message} [${rule}]`,
  );
  lines.push(...section('Conventions that are not kept', conventions));
  return lines;
}

/** Items that begin with spaces belong to the one before. */
function section(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  const bullets = items.map((item) => (item.startsWith('  ') ? `  - ${item.trim()}` : `- ${item}`));
  return [`#### ${title}`, '', ...bullets, ''];
}
