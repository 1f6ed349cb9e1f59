import { checkContract } from '../check/check.js';
import { markdownReport } from '../check/markdown.js';
import { describeReport } from '../check/report.js';
import { usageFrom, usageOfPlatform } from '../check/usage-source.js';
import { ContractError } from '../contract-error.js';
import { type Io, optionsOf } from './io.js';

const OPTIONS = {
  against: { type: 'string' },
  usage: { type: 'boolean' },
  'usage-from': { type: 'string' },
  release: { type: 'boolean' },
  days: { type: 'string' },
  json: { type: 'boolean' },
  markdown: { type: 'boolean' },
} as const;

/** Of how many days usage is asked for where nobody says. */
const DAYS = 30;

/**
 * `schema:check -- --against <git ref> [--usage [--days <n>] | --usage-from <file>] [--release] [--json | --markdown]`;
 * without a ref, composition, documents and conventions only.
 * @returns the exit code: 1 where the contract breaks for somebody, does not compose or a convention is
 * not kept, with `--release` also where the changelog lacks a change; 2 where it could not be checked.
 */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  try {
    const values = optionsOf(args, OPTIONS);
    const usage = await usageOf(values, io.root);
    const isRelease = values.release ?? false;
    const report = await checkContract(io.root, values.against, io.now, { usage, isRelease });
    if (values.json) io.write(JSON.stringify(report, undefined, 2));
    else {
      const lines = values.markdown ? markdownReport(report) : describeReport(report);
      for (const line of lines) io.write(line);
    }
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    io.write(error.message);
    return 2;
  }
}

function usageOf(values: ReturnType<typeof optionsOf<typeof OPTIONS>>, root: string) {
  const { days: wanted, 'usage-from': path } = values;
  if (wanted !== undefined && (path !== undefined || !values.usage)) {
    throw new ContractError('--days is for --usage: a file of --usage-from says its days itself.');
  }
  if (path !== undefined) return usageFrom(path);
  if (!values.usage) return undefined;
  const days = Number(wanted ?? DAYS);
  if (!Number.isInteger(days) || days < 1) {
    throw new ContractError(`--days wants a number of days, not "${wanted}".`);
  }
  return usageOfPlatform(root, days);
}
