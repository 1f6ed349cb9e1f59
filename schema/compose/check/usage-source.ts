import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Usage, usageSchema } from '../../documents/index.js';
import { ContractError } from '../contract-error.js';

const run = promisify(execFile);
const COMMAND = 'infra/local/dist/commands/usage.js';
const maxBuffer = 256 * 1024 * 1024;

/** What `npm run usage -- --json` printed into a file. @throws ContractError */
export async function usageFrom(path: string): Promise<Usage> {
  try {
    return usageSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const message = `${path} does not hold what "npm run usage -- --json" prints.`;
    throw new ContractError(message, { cause });
  }
}

/** What the platform counted that runs here. @throws ContractError with what `npm run usage` says. */
export async function usageOfPlatform(root: string, days: number): Promise<Usage> {
  try {
    const args = [join(root, COMMAND), '--json', '--days', String(days)];
    const { stdout } = await run(process.execPath, args, { maxBuffer });
    return usageSchema.parse(JSON.parse(stdout));
  } catch (cause) {
    const said =
      typeof cause === 'object' && cause !== null && 'stderr' in cause
        ? String(cause.stderr).trim()
        : '';
    throw new ContractError(`There is no usage to look at: ${said || String(cause)}`, { cause });
  }
}
