import type { ChangelogEntry, ContractName } from './entries.js';
import { CONTRACTS } from './entries.js';

const TITLES: Record<ContractName, string> = {
  api: 'Graph of the portals (`api.graphql`)',
  public: 'Public graph (`public.graphql`)',
  events: 'Events (`events/`)',
};

/** CHANGELOG.md of the entries, the newest first. */
export function printChangelog(entries: readonly ChangelogEntry[]): string {
  const lines = [
    '# Changes of the contracts',
    '',
    'Written by `npm run generate` from `changelog/`; an entry is added by `npm run schema:changelog -- --name <release>`.',
  ];
  for (const { name, date, contracts } of entries.toReversed()) {
    lines.push('', `## ${name} (${date})`);
    for (const contract of CONTRACTS) {
      const { breaking, dangerous, safe } = contracts[contract];
      const changes = [
        ...breaking.map((message) => `- **Breaking:** ${message}`),
        ...dangerous.map((message) => `- **May surprise:** ${message}`),
        ...safe.map((message) => `- ${message}`),
      ];
      if (changes.length > 0) lines.push('', `### ${TITLES[contract]}`, '', ...changes);
    }
  }
  return `${lines.join('\n')}\n`;
}
