import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../command.js';
import { binary, root } from '../repository.js';
import { readReport } from './jest-report.js';
import type { JestRun, JsonReport } from './jest-report.js';

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
    return readReport(reportIn(outputFile, output), code, root);
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
