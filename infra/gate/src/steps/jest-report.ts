import { relative } from 'node:path';

export interface Assertion {
  ancestorTitles: string[];
  fullName: string;
  status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled' | 'focused';
}

/** The parts of Jest's JSON report that are read here. */
export interface JsonReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; assertionResults: Assertion[] }[];
}

export interface JestRun {
  code: number;
  passed: number;
  /** Failed tests, and files that could not run at all. */
  failed: number;
  /** Files that ran, relative to the root. */
  files: string[];
  /** Suites that lack a service, as `describeWith` names them. */
  skippedSuites: string[];
  /** Tests that were skipped without such a reason, or are only planned. */
  unexplainedSkips: string[];
}

/** What `describeWith` of the testkit writes behind the title of a suite that lacks its service. */
const lacking = /\(no (redis|rabbitmq|chromium): /;

const waiting = new Set(['pending', 'skipped', 'todo', 'disabled']);

/** Reads Jest's report; `code` is the exit code it came with, paths become relative to `root`. */
export function readReport(report: JsonReport, code: number, root: string): JestRun {
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => waiting.has(status))
      .map(({ ancestorTitles, fullName }) => ({
        suite: ancestorTitles.find((title) => lacking.test(title)),
        test: `${relative(root, name)}: ${fullName}`,
      })),
  );
  return {
    code,
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    files: report.testResults.map(({ name }) => relative(root, name)),
    skippedSuites: [...new Set(skipped.flatMap(({ suite }) => suite ?? []))],
    unexplainedSkips: skipped.flatMap(({ suite, test }) => (suite ? [] : test)),
  };
}
