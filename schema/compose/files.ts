import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file as it should be; `path` is relative to the repository's root, with `/`. */
export interface GeneratedFile {
  path: string;
  content: string;
}

export interface FileChange {
  path: string;
  kind: 'added' | 'changed' | 'removed';
  addedLines: number;
  removedLines: number;
}

/** A folder in which every file with this ending is generated, so that left-overs are removed. */
export interface OwnedFolder {
  path: string;
  ending: string;
}

/**
 * What has to change on disk so that it holds exactly `files`. An unchanged file is not a change,
 * so that builds that look at times of files stay cached.
 */
export async function compareFiles(
  root: string,
  files: readonly GeneratedFile[],
  owned: readonly OwnedFolder[],
): Promise<FileChange[]> {
  const wanted = new Map(files.map((file) => [file.path, file.content]));
  for (const folder of owned) {
    for (const name of await namesIn(join(root, folder.path))) {
      const path = `${folder.path}/${name}`;
      if (name.endsWith(folder.ending) && !wanted.has(path)) wanted.set(path, '');
    }
  }
  const changes: FileChange[] = [];
  for (const [path, content] of wanted) {
    const current = await contentOf(join(root, path));
    if (current === content) continue;
    const isLeftOver = !files.some((file) => file.path === path);
    const kind = isLeftOver ? 'removed' : current === undefined ? 'added' : 'changed';
    changes.push({ path, kind, ...countLines(current ?? '', content) });
  }
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Carries out what `compareFiles` found. */
export async function applyChanges(
  root: string,
  files: readonly GeneratedFile[],
  changes: readonly FileChange[],
): Promise<void> {
  for (const change of changes) {
    const path = join(root, change.path);
    const file = files.find((candidate) => candidate.path === change.path);
    if (!file) {
      await rm(path);
      continue;
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Names of the entries of a folder, sorted; none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';

/** Lines that only the one or the other has, whatever their order. */
function countLines(before: string, after: string): { addedLines: number; removedLines: number } {
  const balance = new Map<string, number>();
  const count = (text: string, step: number): void => {
    if (text === '') return;
    for (const line of text.trimEnd().split('\n')) {
      balance.set(line, (balance.get(line) ?? 0) + step);
    }
  };
  count(before, -1);
  count(after, 1);
  const amounts = [...balance.values()];
  return {
    addedLines: amounts.filter((amount) => amount > 0).reduce((sum, amount) => sum + amount, 0),
    removedLines: amounts.filter((amount) => amount < 0).reduce((sum, amount) => sum - amount, 0),
  };
}
