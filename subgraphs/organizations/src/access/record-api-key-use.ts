import { defineCommand, workerSession } from '@propertea/chassis/store';
import { z } from 'zod';

/**
 * Remembers that a key was used just now. Gateways tell of it once in a few minutes; of several that tell
 * the latest stays.
 */
export const recordApiKeyUse = defineCommand({
  name: 'recordApiKeyUse',
  input: z.object({ organizationId: z.uuid(), apiKeyId: z.uuid() }),
  session: ({ organizationId }, _identity, room) => workerSession(room, organizationId),
  async run({ input: { organizationId, apiKeyId }, em, now }) {
    await em.execute(
      /* sql */ `
      update organizations.api_keys set last_used_at = ?
      where organization_id = ? and id = ? and (last_used_at is null or last_used_at < ?)`,
      [now, organizationId, apiKeyId, now],
    );
  },
});
