import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const fileSchema = z.object({
  accounts: z.array(z.object({ email: z.string(), what: z.string() })),
});

/** One demo account: whose it is, in a few words. */
export type DemoAccount = z.infer<typeof fileSchema>['accounts'][number];

const fileOf = (dataDirectory: string): string => join(dataDirectory, 'demo.json');

/** The demo accounts of a data directory; undefined before the demo has run there. */
export async function readDemoAccounts(dataDirectory: string): Promise<DemoAccount[] | undefined> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(fileOf(dataDirectory), 'utf8'))).accounts;
  } catch {
    return undefined;
  }
}

/** Notes that the demo has run, so that the next start does not run it again. */
export async function writeDemoAccounts(
  dataDirectory: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const file = fileOf(dataDirectory);
  await writeFile(`${file}.new`, `${JSON.stringify({ accounts }, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
