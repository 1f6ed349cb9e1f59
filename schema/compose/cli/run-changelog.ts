import { addEntry } from '../changelog/add-entry.js';
import { ContractError } from '../contract-error.js';
import { type Io, optionsOf } from './io.js';

const OPTIONS = { name: { type: 'string' }, against: { type: 'string' } } as const;

/**
 * `schema:changelog -- --name <release> [--against <git ref>]`: records what has changed since the last entry.
 * @returns the exit code: 2 where it could not be recorded.
 */
export async function runChangelog(args: readonly string[], io: Io): Promise<number> {
  try {
    const { name, against } = optionsOf(args, OPTIONS);
    if (name === undefined) throw new ContractError('Say --name <release>, such as 2026-12.');
    const file = await addEntry(io.root, { name, ref: against, now: io.now });
    io.write(file ? `${file} is written: look at it, and commit.` : 'Nothing has changed.');
    return 0;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    io.write(error.message);
    return 2;
  }
}
