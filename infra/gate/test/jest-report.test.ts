import { readReport } from '../src/steps/jest-report.js';
import type { Assertion } from '../src/steps/jest-report.js';

function report(assertionResults: Assertion[], runtimeErrors = 0) {
  const count = (status: Assertion['status']) =>
    assertionResults.filter((each) => each.status === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numRuntimeErrorTestSuites: runtimeErrors,
    testResults: [{ name: '/house/gateway/src/door.test.ts', assertionResults }],
  };
}

const named = (status: Assertion['status'], ...ancestorTitles: string[]): Assertion => ({
  status,
  ancestorTitles,
  fullName: [...ancestorTitles, 'opens'].join(' '),
});

test('a test that somebody skipped by hand is named and no success', () => {
  const run = readReport(report([named('passed'), named('pending', 'the door')]), 0, '/house');
  expect(run.unexplainedSkips).toEqual(['gateway/src/door.test.ts: the door opens']);
  expect(run.skippedSuites).toEqual([]);
});

test('a planned test counts as skipped by hand', () => {
  expect(readReport(report([named('todo')]), 0, '/house').unexplainedSkips).toHaveLength(1);
});

test('a suite that lacks its service is named once, with what would help', () => {
  const suite = 'sessions in Redis (no redis: set REDIS_URL)';
  const run = readReport(report([named('pending', suite), named('pending', suite)]), 0, '/house');
  expect(run.skippedSuites).toEqual([suite]);
  expect(run.unexplainedSkips).toEqual([]);
});

test('a file that could not run counts as a failure', () => {
  expect(readReport(report([named('failed')], 1), 1, '/house')).toMatchObject({
    passed: 0,
    failed: 2,
    files: ['gateway/src/door.test.ts'],
  });
});
