import { ContractError } from '../contract-error.js';
import type { FileChange } from '../files.js';
import { generate } from '../generate-contract.js';
import { loadRooms } from '../rooms.js';
import type { RoomContract } from '../form-rules.js';
import { type Io, optionsOf } from './io.js';

/**
 * `generate [--check]`: writes the contract, or says which committed files differ from it.
 * @returns the exit code: 1 where composition fails, a document no longer fits or, with `--check`, a file differs.
 */
export async function runGenerate(
  args: readonly string[],
  io: Io,
  rooms: (root: string) => Promise<RoomContract[]> = loadRooms,
): Promise<number> {
  try {
    const { check = false } = optionsOf(args, { check: { type: 'boolean' } } as const);
    const loaded = await rooms(io.root);
    const { contract, changes, unfit } = await generate({
      root: io.root,
      rooms: loaded,
      check,
    });
    for (const { coordinate, reason } of contract.hidden) {
      io.write(`warning: ${coordinate} is tagged public but not in the public contract: ${reason}`);
    }
    for (const change of changes) io.write(describe(change));
    if (unfit.length > 0) {
      io.write(
        `The contract ${check ? 'is composed' : 'is written'}, but these places in documents do not fit it, so no types were made of any:`,
      );
      for (const { place, message } of unfit) io.write(`  ${place} ${message}`);
      io.write(
        'Change them and run "npm run generate" again; "npm run schema:check" says who else feels it.',
      );
      return 1;
    }
    if (changes.length === 0) {
      io.write(`The contract of ${loaded.length} rooms is up to date.`);
      return 0;
    }
    if (!check) return 0;
    io.write('The committed contract differs from the rooms: run "npm run generate" and commit.');
    return 1;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    io.write(error.message);
    return 1;
  }
}

const describe = ({ path, kind, addedLines, removedLines }: FileChange): string =>
  `${kind.padEnd(7)} ${path} (+${addedLines} −${removedLines})`;
