import { createLogger } from '@propertea/chassis/runtime';
import { eventually } from '@propertea/testkit';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKioskStore } from './kiosk/open-store.js';

it('secrets never reach the log, also where the database quotes them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'propertea-log-'));
  const file = join(folder, 'room.log');
  const logger = createLogger('kiosk', 'info', file);
  const kiosk = await openKioskStore();
  await kiosk.sql('create table kiosk.t (id int, hash text, check (id > 0))');
  const err: unknown = await kiosk
    .sql(`insert into kiosk.t values (-1, 'a secret')`)
    .catch((error: unknown) => error);
  expect(err).toMatchObject({ detail: expect.stringContaining('a secret') });
  logger.error({ err, account: { password: 'a secret' }, headers: { cookie: 'a secret' } }, 'oh');
  const text = await eventually(
    () => readFile(file, 'utf8').catch(() => ''),
    (read) => read.includes('oh'),
  );
  expect(text).toContain('violates check constraint');
  expect(text).not.toContain('a secret');
  await kiosk.close();
  await rm(folder, { recursive: true });
});
