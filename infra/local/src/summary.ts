import type { DemoAccount } from './demo-accounts.js';
import { DEMO_PASSWORD } from './demo/demo-people.js';
import type { Environment } from './environment.js';
import type { Platform } from './platform.js';
import type { StartOptions } from './start-options.js';

/** What a person needs to know once everything runs: where, as whom, and how to stop. */
export function summary(
  platform: Platform,
  options: StartOptions,
  environment: Environment,
  accounts: readonly DemoAccount[],
): string {
  const { house } = platform;
  const metricsUrls = [
    ...house.metricsUrls,
    ...platform.portals.map(({ metricsPort }) => `http://127.0.0.1:${metricsPort}/metrics`),
  ];
  const places: [string, string][] = [
    ...platform.portals.map(({ title, url }): [string, string] => [title, url]),
    ['Graph', `${house.url}/graphql`],
    ['Explorer', `${house.url}/graphiql`],
    ...metricsUrls.map((url, index): [string, string] => [index === 0 ? 'Metrics' : '', url]),
    ['Sign in', `${house.url}/auth/login`],
    ...(options.processes
      ? house.places.map(({ name, url, pid }): [string, string] => [
          `Room ${name}`,
          `${url} (process ${pid})`,
        ])
      : []),
    ['Data', options.dataDirectory],
    ...(options.verbose ? [] : [['Log', platform.logFile] satisfies [string, string]]),
  ];
  const sections = ['', 'ProperTea runs.', '', table(places)];
  if (environment.oidc) {
    sections.push('', `Accounts are those of ${environment.oidc.issuer}.`);
  } else if (accounts.length > 0) {
    sections.push(
      '',
      `Demo accounts, password "${DEMO_PASSWORD}":`,
      table(accounts.map(({ email, what }) => [email, what])),
    );
    const [first] = accounts;
    sections.push('', `A token for scripts: npm run token -- --as ${first?.email ?? '<email>'}`);
  }
  sections.push('', 'Stop it with Ctrl-C.', '');
  return `${sections.join('\n')}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length), 0);
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n');
}
