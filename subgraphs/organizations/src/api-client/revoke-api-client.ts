import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { apiClientRevoked } from '@propertea/schema/events';
import { z } from 'zod';
import { reason } from '../text.js';
import { editableApiClient } from './editable-api-client.js';

/** Ends a client with all of its keys, at once and for good. */
export const revokeApiClient = defineCommand({
  name: 'revokeApiClient',
  input: z.object({ apiClientId: idOf('ApiClient'), reason }),
  async run({ input, em, identity, now, audit, emit }) {
    const client = await editableApiClient(em, identity, input.apiClientId);
    client.revoke(now);
    audit(client, 'api-client.revoked', { reason: input.reason });
    emit(apiClientRevoked, client, client.fact());
    return { apiClientId: client.id };
  },
});
