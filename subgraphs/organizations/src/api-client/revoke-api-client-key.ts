import { organizationOf } from '@propertea/chassis/graph';
import { defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { reason } from '../text.js';
import { ApiKey } from './api-key.entity.js';
import { editableApiClient } from './editable-api-client.js';

/** Makes one key worthless at once; the client and its other keys stay as they are. */
export const revokeApiClientKey = defineCommand({
  name: 'revokeApiClientKey',
  input: z.object({ apiKeyId: idOf('ApiKey'), reason }),
  async run({ input, em, identity, now, audit }) {
    const wanted = { organizationId: organizationOf(identity), id: input.apiKeyId };
    const seen = await em.findOne(ApiKey, wanted, { disableIdentityMap: true });
    if (!seen) throw notFound('ApiKey', 'apiKeyId');
    const client = await editableApiClient(em, identity, seen.apiClientId, 'apiKeyId');
    // Behind the lock: somebody may have revoked it in the meantime.
    const key = await em.findOneOrFail(ApiKey, wanted);
    key.revoke(now);
    audit(key, 'api-key.revoked', { reason: input.reason });
    // In the client's own history too, where people look for what happened to it.
    audit(client, 'api-client.key-revoked', { reason: input.reason });
    return { apiClientId: key.apiClientId };
  },
});
