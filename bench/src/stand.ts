import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSecrets, type Secrets } from '@propertea/local';
import { type RunningPostgres, startPostgres } from '@propertea/postgres';

/** A database of the bench's own, in a temporary folder, with the durability that production has. */
export interface Stand {
  postgres: RunningPostgres;
  adminUrl: string;
  secrets: Secrets;
  directory: string;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  const directory = await mkdtemp(join(tmpdir(), 'propertea-bench-'));
  const secrets = await generateSecrets();
  const postgres = await startPostgres({
    dataDirectory: join(directory, 'pg'),
    port: 0,
    superuserPassword: secrets.databasePassword,
  });
  return {
    postgres,
    adminUrl: postgres.adminUrl(),
    secrets,
    directory,
    async close() {
      await postgres.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
