import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ContractError } from '../contract-error.js';

const run = promisify(execFile);
const maxBuffer = 64 * 1024 * 1024;

/** The committed files of one folder at one commit. */
export interface Snapshot {
  /** As it was asked for. */
  ref: string;
  /** Full hash of the commit. */
  commit: string;
  /** Paths below `folder`, relative to the repository's root. */
  files: string[];
  read(path: string): Promise<string>;
}

/**
 * Opens a folder as it is at `ref`, by git alone: the working tree is not touched.
 * @throws ContractError where git knows no such commit.
 */
export async function openSnapshot(root: string, ref: string, folder: string): Promise<Snapshot> {
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', root, ...args], { maxBuffer })).stdout;
  let commit: string;
  try {
    commit = (
      await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
    ).trim();
  } catch (cause) {
    throw new ContractError(`git knows no commit "${ref}" here.`, { cause });
  }
  const listing = await git('ls-tree', '-r', '-z', '--name-only', commit, '--', folder);
  return {
    ref,
    commit,
    files: listing.split('\0').filter((path) => path !== ''),
    read: (path) => git('show', `${commit}:${path}`),
  };
}

/** The last commit that touched a folder; undefined where none did, or git does not know it. */
export async function lastCommitOf(root: string, folder: string): Promise<string | undefined> {
  const args = ['-C', root, 'log', '-1', '--format=%H', '--', folder];
  const { stdout } = await run('git', args, { maxBuffer });
  return stdout.trim() || undefined;
}

/** What of a folder is changed or new and not committed. */
export async function uncommittedIn(root: string, folder: string): Promise<string[]> {
  const args = ['-C', root, 'status', '--porcelain', '-uall', '-z', '--', folder];
  const { stdout } = await run('git', args, { maxBuffer });
  return stdout
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
}
