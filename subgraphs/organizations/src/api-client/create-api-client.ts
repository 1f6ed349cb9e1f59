import { organizationOf, personOf } from '@propertea/chassis/graph';
import { defineCommand } from '@propertea/chassis/store';
import { apiClientCreated } from '@propertea/schema/events';
import { demandAdministrator } from '../member/member.policy.js';
import { ApiClient } from './api-client.entity.js';
import { apiClientInput, readGrants } from './api-client-input.js';
import { ApiKey } from './api-key.entity.js';
import { demandWithin } from './creator-rights.js';

export const createApiClient = defineCommand({
  name: 'createApiClient',
  input: apiClientInput,
  async run({ input, em, identity, now, audit, emit }) {
    const organizationId = organizationOf(identity);
    demandAdministrator(identity);
    const grants = await readGrants(em, organizationId, input.grants);
    demandWithin(grants, identity.grants);
    const details = { ...input, grants, expiresAt: input.expiresAt ?? null };
    const client = ApiClient.create(organizationId, personOf(identity), details, now);
    em.persist(client);
    audit(client, 'api-client.created');
    emit(apiClientCreated, client, client.fact());
    // The key refers to the client's row.
    await em.flush();
    const { stored, key } = ApiKey.make(client, now);
    em.persist(stored);
    audit(stored, 'api-key.created');
    return { apiClientId: client.id, key };
  },
});
