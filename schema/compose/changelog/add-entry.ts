import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckReport, checkContract } from '../check/check.js';
import type { ContractChanges } from '../check/changes.js';
import { lastCommitOf, uncommittedIn } from '../check/git.js';
import { ContractError } from '../contract-error.js';
import { paths } from '../paths.js';
import {
  type ChangelogEntry,
  type ContractName,
  contractHashes,
  readEntries,
  unrecorded,
} from './entries.js';
import { printChangelog } from './print.js';

const NAME = /^[\w.-]{1,60}$/;

/**
 * Records what has changed since the last entry, or since `ref`, and prints the changelog anew.
 * @returns the file; undefined where nothing has changed.
 * @throws ContractError for a name that is taken, and where git cannot say what there was before.
 */
export async function addEntry(
  root: string,
  options: { name: string; ref: string | undefined; now: Date },
): Promise<string | undefined> {
  const { name, now } = options;
  const entries = await readEntries(root);
  if (!NAME.test(name))
    throw new ContractError('A release is named by letters, digits, . _ and -.');
  if (entries.some((entry) => entry.name === name)) {
    throw new ContractError(`There is an entry "${name}" already.`);
  }
  if (entries.length > 0 && (await unrecorded(root)).length === 0) return undefined;
  const report = await changesSince(root, entries.length > 0, options);
  const hashes = await contractHashes(root);
  const told = (contract: ContractName) => ({
    hash: hashes[contract],
    ...messages(report?.contracts[contract]),
  });
  const entry: ChangelogEntry = {
    name,
    date: now.toISOString().slice(0, 10),
    contracts: { api: told('api'), public: told('public'), events: told('events') },
  };
  const number = String(entries.length + 1).padStart(4, '0');
  const file = `${paths.changelog}/${number}-${name}.json`;
  await mkdir(join(root, paths.changelog), { recursive: true });
  await writeFile(join(root, file), `${JSON.stringify(entry, undefined, 2)}\n`);
  await writeFile(join(root, paths.changelogPage), printChangelog([...entries, entry]));
  return file;
}

async function changesSince(
  root: string,
  hasEntries: boolean,
  { ref, now }: { ref: string | undefined; now: Date },
): Promise<CheckReport | undefined> {
  if (ref !== undefined) return checkContract(root, ref, now);
  if (!hasEntries) return undefined;
  const [pending] = await uncommittedIn(root, paths.changelog);
  if (pending) throw new ContractError(`Commit ${pending} first: what came after it is not known.`);
  const last = await lastCommitOf(root, paths.changelog);
  if (!last) throw new ContractError('git does not know the last entry: say --against <ref>.');
  return checkContract(root, last, now);
}

/** Without a version before, the contract is new. */
function messages(changes: ContractChanges | undefined) {
  if (!changes) return { breaking: [], dangerous: [], safe: ['The contract is new.'] };
  const texts = (list: ContractChanges['safe']) => list.map(({ message }) => message).toSorted();
  return {
    breaking: texts(changes.breaking),
    dangerous: texts(changes.dangerous),
    safe: texts(changes.safe),
  };
}
