import { parseOptions, usage } from './options.js';
import type { Options } from './options.js';
import { runSteps } from './report.js';
import type { Step } from './report.js';
import { boundaries, boundariesSelfTest } from './steps/boundaries.js';
import { dependencies } from './steps/dependencies.js';
import { format, lint } from './steps/style.js';
import { generated, schemaRules } from './steps/schema.js';
import { lengths } from './steps/lengths.js';
import { services } from './steps/services.js';
import { everySuiteRan, faultSuites, matchingSuites, suites } from './steps/suites.js';
import { build, testTypes, types } from './steps/types.js';

function wholeGate({ faults, provision, coverage }: Options): Step[] {
  return [
    services(provision),
    types,
    build,
    testTypes,
    lint,
    format,
    lengths,
    dependencies,
    boundaries,
    boundariesSelfTest,
    generated,
    schemaRules,
    suites(coverage),
    ...(faults ? [faultSuites] : []),
    everySuiteRan(faults),
  ];
}

function chosen(steps: readonly Step[], titles: readonly string[]): Step[] {
  const unknown = titles.filter((title) => !steps.some((step) => step.title === title));
  if (unknown.length > 0) {
    const known = steps.map((step) => step.title).join(', ');
    throw new TypeError(`no step ${unknown.join(', ')}; there are: ${known}`);
  }
  return steps.filter((step) => titles.includes(step.title));
}

/**
 * Runs the gate and ends the process: the last line is `N passed, N failed` (every test and every step
 * counts one) and the exit code 1 when anything failed, 2 for a wrong command line.
 */
export async function main(args: readonly string[]): Promise<void> {
  let steps: Step[];
  try {
    const options = parseOptions(args);
    if (options.help) return console.log(usage);
    if (options.patterns.length > 0) steps = [matchingSuites(options.patterns, options.faults)];
    else if (options.steps.length > 0) steps = chosen(wholeGate(options), options.steps);
    else steps = wholeGate(options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { passed, failed } = await runSteps(steps);
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed`);
}
