import { z } from 'zod';
import { readEnv } from '@propertea/kernel';
import { runCommand } from '../command.js';
import { connectDatabase, startEmbeddedDatabase } from '../database.js';
import { readEnvironment } from '../environment.js';
import { Refusal } from '../failure.js';
import { claimDataDirectory, readRuntime } from '../instance.js';
import { migrate, pending } from '../migrations.js';
import type { RoomMigrations } from '../migrations.js';
import { adminUrlOf } from '../running.js';
import { loadSecrets } from '../secrets.js';

await runCommand({
  help: `npm run migrate [-- up | status]

Brings every room's schema up to date (up, the default) or says what is pending (status). Works on DATABASE_URL, else on
the embedded database of the data directory, running or not. LOGIN_SECRET, where set, is what the passwords of the
rooms' login roles are derived from; otherwise the data directory's own.

`,
  async run(line) {
    const [action = 'up', ...rest] = line.positionals;
    if ((action !== 'up' && action !== 'status') || rest.length > 0) {
      throw new Refusal('This takes "up" or "status"; --help shows how to use it.', 2);
    }
    await withDatabase(line.dataDirectory, async (adminUrl, loginSecret) => {
      if (action === 'up') {
        report(await migrate(adminUrl, { loginSecret }), 'applied', 'Everything was up to date.');
      } else {
        report(await pending(adminUrl), 'pending', 'Everything is up to date.');
      }
    });
  },
});

async function withDatabase(
  dataDirectory: string,
  work: (adminUrl: string, loginSecret: string) => Promise<void>,
): Promise<void> {
  const { databaseUrl } = readEnvironment();
  const { LOGIN_SECRET: given } = readEnv(
    { LOGIN_SECRET: z.string().min(20, 'must have at least 20 characters').optional() },
    process.env,
  );
  if (databaseUrl) {
    const database = await connectDatabase(databaseUrl);
    await work(database.adminUrl, given ?? (await loadSecrets(dataDirectory)).loginSecret);
    return;
  }
  const runtime = await readRuntime(dataDirectory);
  const secrets = await loadSecrets(dataDirectory);
  if (runtime) {
    await work(adminUrlOf(runtime.database, secrets), secrets.loginSecret);
    return;
  }
  const release = await claimDataDirectory(dataDirectory);
  try {
    const database = await startEmbeddedDatabase(dataDirectory, 0, secrets);
    try {
      await work(database.adminUrl, secrets.loginSecret);
    } finally {
      await database.stop();
    }
  } finally {
    await release();
  }
}

function report(rooms: readonly RoomMigrations[], word: string, nothing: string): void {
  const lines = rooms.flatMap(({ room, names }) =>
    names.map((name) => `${room.padEnd(16)} ${name}  ${word}`),
  );
  console.log(lines.length > 0 ? lines.join('\n') : nothing);
}
