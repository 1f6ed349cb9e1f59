import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Step } from '../report.js';
import { root, sourceFiles } from '../repository.js';
import { runJest } from './jest.js';
import type { JestRun } from './jest-report.js';

const minutes = 60_000;
const faultFile = /\.faults\.test\.ts$/;
const testFile = /\.test\.tsx?$/;

const ran = new Set<string>();

function coverage(): string {
  const file = join(root, 'coverage/coverage-summary.json');
  const { total }: { total: { lines: { pct: number }; branches: { pct: number } } } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return `lines ${total.lines.pct} %, branches ${total.branches.pct} % covered`;
}

function outcome(jest: JestRun, more = ''): Outcome {
  for (const file of jest.files) ran.add(file);
  const { passed, failed, files, skippedSuites, unexplainedSkips } = jest;
  const details = [
    ...skippedSuites.map((name) => `skipped: ${name}`),
    ...unexplainedSkips.map((name) => `skipped without a missing service: ${name}`),
  ];
  const summary = [
    `${passed} tests in ${files.length} files`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skippedSuites.length > 0 ? [`${skippedSuites.length} suites skipped`] : []),
    ...(more ? [more] : []),
  ].join(', ');
  return {
    ok: jest.code === 0 && failed === 0 && unexplainedSkips.length === 0,
    summary,
    details: details.join('\n'),
    always: details.length > 0,
    tests: { passed, failed },
  };
}

/** Every suite; with coverage they take about a fifth longer. */
export function suites(withCoverage: boolean): Step {
  return {
    title: 'suites',
    async run() {
      const jest = await runJest({ coverage: withCoverage, timeout: 75 * minutes });
      return outcome(jest, withCoverage ? coverage() : '');
    },
  };
}

export const faultSuites: Step = {
  title: 'fault suites',
  async run() {
    const patterns = ['\\.faults\\.test\\.ts$'];
    return outcome(await runJest({ patterns, faults: true, timeout: 60 * minutes }));
  },
};

/** Only the suites that somebody is working on. */
export function matchingSuites(patterns: readonly string[], faults: boolean): Step {
  return {
    title: 'suites',
    run: async () => outcome(await runJest({ patterns, faults, timeout: 60 * minutes })),
  };
}

/** A file that Jest does not find, or that ends before it reports, must not look like success. */
export function everySuiteRan(faults: boolean): Step {
  return {
    title: 'every suite ran',
    async run() {
      const files = sourceFiles().filter((file) => testFile.test(file));
      const expected = files.filter((file) => faults || !faultFile.test(file));
      const missed = expected.filter((file) => !ran.has(file));
      const kept = files.length - expected.length;
      return {
        ok: missed.length === 0,
        summary:
          missed.length === 0
            ? `${expected.length} test files on disk, ${ran.size} ran${kept ? `, ${kept} kept for npm run test:faults` : ''}`
            : `${missed.length} of ${expected.length} test files did not run`,
        details: missed.join('\n'),
      };
    },
  };
}
