import { parseArgs } from 'node:util';

export interface Options {
  /** Jest patterns: only the suites whose path matches, and no other step. */
  patterns: string[];
  /** Names of steps to run alone. */
  steps: string[];
  /** Also the long fault and kill suites. */
  faults: boolean;
  /** Also count how much of the code the suites reach. */
  coverage: boolean;
  /** Install Redis, RabbitMQ and Chromium by apt (Debian, as root). */
  provision: boolean;
  help: boolean;
}

export const usage = `npm test                     the whole gate
npm test -- <pattern>…       only the suites whose path matches
npm test -- --step lint      only this step (may be repeated)
npm test -- --provision      first install Redis, RabbitMQ and Chromium (Debian, as root)
npm test -- --coverage       the whole gate, and how much of the code the suites reach
npm run test:faults          the gate and the long fault suites`;

/** Reads the command line. Throws a TypeError that names an unknown option. */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      step: { type: 'string', multiple: true, default: [] },
      faults: { type: 'boolean', default: false },
      coverage: { type: 'boolean', default: false },
      provision: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { ...values, steps: values.step, patterns: positionals };
}
