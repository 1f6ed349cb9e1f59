import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runNode } from '../command.js';
import { binary, root } from '../repository.js';

interface Assertion {
  ancestorTitles: string[];
  fullName: string;
  status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled' | 'focused';
}

/** The parts of Jest's JSON report that are read here. */
interface JsonReport {
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

function read(report: JsonReport, code: number): JestRun {
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

export interface JestOptions {
  patterns?: readonly string[];
  coverage?: boolean;
  faults?: boolean;
  timeout: number;
}

/** Runs Jest, showing its output, and reads what it reports about itself. */
export async function runJest(options: JestOptions): Promise<JestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'propertea-jest-'));
  const outputFile = join(folder, 'report.json');
  try {
    const { code, output } = await runNode(
      [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        binary('jest/bin/jest.js'),
        '--json',
        `--outputFile=${outputFile}`,
        ...(options.coverage ? ['--coverage'] : []),
        ...(options.patterns ?? []),
      ],
      {
        cwd: root,
        show: true,
        timeout: options.timeout,
        env: { PROPERTEA_FAULTS: options.faults ? '1' : undefined },
      },
    );
    return read(reportIn(outputFile, output), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportIn(file: string, output: string): JsonReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`Jest ended without a report${output ? `: ${output}` : ''}`, { cause });
  }
}
