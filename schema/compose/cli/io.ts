import { join } from 'node:path';

/** Where a command line program runs and speaks; injected by tests. */
export interface Io {
  root: string;
  now: Date;
  write(line: string): void;
}

/** The repository that this file was built in: schema/dist/compose/cli/ → root. */
export const processIo = (): Io => ({
  root: join(import.meta.dirname, '..', '..', '..', '..'),
  now: new Date(),
  write: (line) => process.stdout.write(`${line}\n`),
});
