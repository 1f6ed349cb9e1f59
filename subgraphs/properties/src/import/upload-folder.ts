import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { IMPORT_LIMITS } from './limits.js';

/** The files of imports on disk, one a file, named by the import's UUID; kept for seven days. */
export class UploadFolder {
  constructor(private readonly folder: string) {}

  /** Where a file is written while it arrives; `keep` makes it the import's file. */
  async partPath(importId: string): Promise<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    return join(this.folder, `${importId}.part`);
  }

  async keep(importId: string): Promise<void> {
    await rename(join(this.folder, `${importId}.part`), this.#path(importId));
  }

  async discard(importId: string): Promise<void> {
    await rm(join(this.folder, `${importId}.part`), { force: true });
    await rm(this.#path(importId), { force: true });
  }

  /** The file's bytes; undefined where it is no longer there. */
  async open(importId: string): Promise<Readable | undefined> {
    const path = this.#path(importId);
    const isThere = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    return isThere ? createReadStream(path) : undefined;
  }

  /** Removes files older than seven days. */
  async sweep(now: Date): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => now.getTime() - mtimeMs,
        () => 0,
      );
      if (age > IMPORT_LIMITS.keptMs) await rm(path, { force: true });
    }
  }

  #path(importId: string): string {
    return join(this.folder, `${importId}.csv`);
  }
}
