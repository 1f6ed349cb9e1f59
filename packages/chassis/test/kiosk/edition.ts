import { defineSchedule } from '@propertea/chassis/messaging';
import { defineCommand } from '@propertea/chassis/store';
import { z } from 'zod';

const DAY_MS = 86_400_000;

/** The day's edition: keys that begin with "torn" fail, "slow" waits for a lock, "last" has no next. */
export const edition = defineSchedule({
  name: 'daily-edition',
  async run({ key, dueAt, em, organizationId }) {
    await em.execute('insert into kiosk.editions (organization_id, key, due_at) values (?, ?, ?)', [
      organizationId,
      key,
      dueAt,
    ]);
    if (key.startsWith('torn')) throw new Error('the press tore it\0');
    if (key.startsWith('slow')) await em.execute('select pg_advisory_xact_lock(4711)');
    if (key.startsWith('stuck')) return dueAt;
    return key.startsWith('last') ? null : new Date(dueAt.getTime() + DAY_MS);
  },
});

export const planEdition = defineCommand({
  name: 'planEdition',
  input: z.object({ key: z.string(), dueAt: z.date(), keepsSet: z.boolean().default(false) }),
  async run({ input: { key, dueAt, keepsSet }, journal }) {
    journal.schedule(edition, key, dueAt, { keepsSet });
  },
});
