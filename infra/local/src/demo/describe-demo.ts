import type { DemoResult } from './run-demo.js';

/** The numbers of the demo, in two lines. */
export function describeDemo({ organizations, counts }: DemoResult): string {
  return [
    `${organizations} organizations; ${counts.rowsTotal} rows: ${counts.rowsAccepted} accepted, ${counts.rowsUnchanged} unchanged, ${counts.rowsRejected} rejected`,
    `${counts.propertiesCreated} properties and ${counts.unitsCreated} units created; ${counts.corrections} corrections, ${counts.notices} notices`,
  ].join('\n');
}

/** Every rejection, correction and notice, a line each. */
export function describeFindings({ findings }: DemoResult): string {
  return findings
    .map(({ company, severity, row, column, message, value, suggestion }) => {
      const place = [row === null ? undefined : `row ${row}`, column].filter(Boolean).join(', ');
      const said = value === null ? '' : ` ("${value}")`;
      const hint = suggestion === null ? '' : ` – ${suggestion}`;
      return `${severity.toLowerCase().padEnd(10)} ${company}, ${place}: ${message}${said}${hint}`;
    })
    .join('\n');
}
