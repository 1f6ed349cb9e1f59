import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import { ApiKey } from './api-key.entity.js';
import { requireCreator } from './creator-rights.js';
import { editableApiClient } from './editable-api-client.js';

const LONGEST_OVERLAP_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Each may be in use somewhere, and nobody keeps track of more. */
const MOST_KEYS = 5;

/** Gives a client another key, good at once; those before it are good until the given moment, or no longer. */
export const rotateApiClientKey = defineCommand({
  name: 'rotateApiClientKey',
  input: z.object({ apiClientId: idOf('ApiClient'), oldKeysUntil: z.date().nullish() }),
  async run({ input, em, identity, now, audit }) {
    const client = await editableApiClient(em, identity, input.apiClientId);
    client.assertNotRevoked();
    await requireCreator(em, client);
    const until = overlapEnd(input.oldKeysUntil ?? now, now);
    const { organizationId, id: apiClientId } = client;
    const keys = await em.find(ApiKey, { organizationId, apiClientId });
    const good = keys.filter((known) => !known.isOverAt(now));
    for (const known of good) if (known.endAt(until)) audit(known, 'api-key.replaced');
    if (good.filter((known) => !known.isOverAt(now)).length >= MOST_KEYS) {
      throw new DomainError(
        'TOO_MANY_KEYS',
        `${MOST_KEYS} keys of this API client are good at present. Revoke one first.`,
        { path: ['input', 'apiClientId'] },
      );
    }
    const { stored, key } = ApiKey.make(client, now);
    em.persist(stored);
    audit(stored, 'api-key.created');
    // In the client's own history too, where people look for what happened to it.
    audit(client, 'api-client.key-made');
    return { apiClientId, key };
  },
});

function overlapEnd(until: Date, now: Date): Date {
  const longest = new Date(now.getTime() + LONGEST_OVERLAP_DAYS * DAY_MS);
  if (until >= now && until <= longest) return until;
  throw new DomainError(
    'INVALID_INPUT',
    `Choose a moment within the next ${LONGEST_OVERLAP_DAYS} days.`,
    { path: ['input', 'oldKeysUntil'] },
  );
}
