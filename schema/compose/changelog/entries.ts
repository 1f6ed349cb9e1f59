import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ContractError } from '../contract-error.js';
import { namesIn } from '../files.js';
import { paths } from '../paths.js';

const changesSchema = z.strictObject({
  /** Of the contract after these changes. */
  hash: z.string(),
  breaking: z.array(z.string()),
  dangerous: z.array(z.string()),
  safe: z.array(z.string()),
});

const entrySchema = z.strictObject({
  name: z.string().min(1),
  /** YYYY-MM-DD */
  date: z.iso.date(),
  contracts: z.strictObject({ api: changesSchema, public: changesSchema, events: changesSchema }),
});

/** What one release changed in each contract, as messages. */
export type ChangelogEntry = z.output<typeof entrySchema>;
export type ContractName = keyof ChangelogEntry['contracts'];
export const CONTRACTS: readonly ContractName[] = ['api', 'public', 'events'];

/** The committed entries, the oldest first. Throws ContractError for one that is none. */
export async function readEntries(root: string): Promise<ChangelogEntry[]> {
  const names = (await namesIn(join(root, paths.changelog))).filter((name) =>
    name.endsWith('.json'),
  );
  return Promise.all(
    names.map(async (name) => {
      const path = join(root, paths.changelog, name);
      try {
        return entrySchema.parse(JSON.parse(await readFile(path, 'utf8')));
      } catch (cause) {
        throw new ContractError(`${paths.changelog}/${name} is no entry: ${String(cause)}`, {
          cause,
        });
      }
    }),
  );
}

/** What tells one version of each contract from another: hashes of the files in the working tree. */
export async function contractHashes(root: string): Promise<Record<ContractName, string>> {
  const names = (await namesIn(join(root, paths.events))).filter((name) => name.endsWith('.json'));
  const events = names.map((name) => `${paths.events}/${name}`);
  const hash = async (files: readonly string[]): Promise<string> => {
    const digest = createHash('sha256');
    for (const file of files) {
      digest.update(`${file}\n`).update(await readFile(join(root, file), 'utf8').catch(() => ''));
    }
    return digest.digest('hex');
  };
  return {
    api: await hash([paths.api]),
    public: await hash([paths.public]),
    events: await hash(events),
  };
}

/** The contracts that are not as the last entry left them. */
export async function unrecorded(root: string): Promise<ContractName[]> {
  const last = (await readEntries(root)).at(-1);
  if (!last) return [];
  const now = await contractHashes(root);
  return CONTRACTS.filter((name) => last.contracts[name].hash !== now[name]);
}
