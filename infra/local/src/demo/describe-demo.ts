import type { DemoResult } from './run-demo.js';

/** The numbers of the demo, in three lines. */
export function describeDemo(result: DemoResult): string {
  const { organizations, rows, accepted, unchanged, rejected } = result;
  return [
    `${organizations} organizations; ${rows} rows: ${accepted} accepted, ${unchanged} unchanged, ${rejected} rejected`,
    `${result.properties} properties and ${result.units} units created; ${result.corrections} corrections`,
    `${result.leases} leases`,
  ].join('\n');
}

/** Every rejection, correction and notice, a line each. */
export function describeFindings({ findings }: DemoResult): string {
  return findings
    .map(({ company, severity, row, column, message, value, suggestion }) => {
      const place = [row === null ? undefined : `row ${row}`, company, column]
        .filter(Boolean)
        .join(', ');
      const said = value === null ? '' : ` ("${value}")`;
      const hint = suggestion === null ? '' : ` – ${suggestion}`;
      return `${severity.toLowerCase().padEnd(10)} ${place}: ${message}${said}${hint}`;
    })
    .join('\n');
}
