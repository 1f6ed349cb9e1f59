import { assertVersion, defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { apiClientChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { apiClientInput, readGrants } from './api-client-input.js';
import { demandWithin, requireCreator } from './creator-rights.js';
import { editableApiClient } from './editable-api-client.js';

/** Says anew what a client is called, may do and how long: whoever says it, within its creator's rights. */
export const changeApiClient = defineCommand({
  name: 'changeApiClient',
  input: z.object({ apiClientId: idOf('ApiClient'), version: z.int() }).and(apiClientInput),
  async run({ input, em, identity, now, audit, emit }) {
    const client = await editableApiClient(em, identity, input.apiClientId);
    assertVersion(client, input.version);
    client.assertNotRevoked();
    const { name, scopes } = input;
    const grants = await readGrants(em, client.organizationId, input.grants);
    demandWithin(grants, await requireCreator(em, client));
    client.change({ name, scopes, grants, expiresAt: input.expiresAt ?? null }, now);
    audit(client, 'api-client.changed');
    emit(apiClientChanged, client, client.fact());
    return { apiClientId: client.id };
  },
});
