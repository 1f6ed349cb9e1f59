import { checkContract } from '../check/check.js';
import { describeReport } from '../check/report.js';
import { ContractError } from '../contract-error.js';
import { type Io, optionsOf } from './io.js';

/**
 * `schema:check -- --against <git ref> [--json]`; without a ref, composition and conventions only.
 * @returns the exit code: 1 where the contract breaks, does not compose or a convention is not
 * kept, 2 where it could not be checked.
 */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  try {
    const options = { against: { type: 'string' }, json: { type: 'boolean' } } as const;
    const values = optionsOf(args, options);
    const report = await checkContract(io.root, values.against, io.now);
    if (values.json) io.write(JSON.stringify(report, undefined, 2));
    else for (const line of describeReport(report)) io.write(line);
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    io.write(error.message);
    return 2;
  }
}
