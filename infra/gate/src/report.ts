/** What a step found. A step counts as one check; `tests` are counted beside it, each by itself. */
export interface Outcome {
  ok: boolean;
  /** A few words for the summary line. */
  summary: string;
  /** Shown below the line when the step failed, or when `always` is set. */
  details?: string;
  always?: boolean;
  tests?: { passed: number; failed: number };
}

export interface Step {
  title: string;
  run(): Promise<Outcome>;
}

export interface Totals {
  passed: number;
  failed: number;
}

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number, text: string) => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);

function seconds(since: number): string {
  const spent = (Date.now() - since) / 1000;
  return spent >= 60
    ? `${Math.floor(spent / 60)} min ${Math.round(spent % 60)} s`
    : `${spent.toFixed(1)} s`;
}

function indented(block: string): string {
  return block
    .trimEnd()
    .split('\n')
    .map((text) => `    ${text}`)
    .join('\n');
}

function line(title: string, outcome: Outcome, since: number): string {
  const mark = outcome.ok ? paint(32, '✓') : paint(31, '✗');
  return `${mark} ${title.padEnd(22)} ${outcome.summary} ${paint(2, seconds(since))}`;
}

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return await step.run();
  } catch (error) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, summary: 'could not run', details };
  }
}

/**
 * Runs the steps one after the other and goes on after a failure, so that one run names everything that
 * is wrong. Prints a line for each step with its time, and all of them again at the end.
 */
export async function runSteps(steps: readonly Step[]): Promise<Totals> {
  const totals: Totals = { passed: 0, failed: 0 };
  const lines: string[] = [];
  const started = Date.now();
  for (const step of steps) {
    const since = Date.now();
    console.log(paint(2, `… ${step.title}`));
    const outcome = await outcomeOf(step);
    const summary = line(step.title, outcome, since);
    lines.push(summary);
    console.log(summary);
    if (outcome.details && (!outcome.ok || outcome.always)) console.log(indented(outcome.details));
    totals[outcome.ok ? 'passed' : 'failed'] += 1;
    totals.passed += outcome.tests?.passed ?? 0;
    totals.failed += outcome.tests?.failed ?? 0;
  }
  if (steps.length > 1)
    console.log(`\n${lines.join('\n')}\n\n${paint(2, seconds(started))} in all`);
  return totals;
}
