import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { organizationOf } from '@propertea/chassis/graph';
import { notFound } from '@propertea/chassis/store';
import type { Identity } from '@propertea/kernel';
import { demandAdministrator } from '../member/member.policy.js';
import { ApiClient } from './api-client.entity.js';

/** The client that a command names, held until it ends, for who may manage it. */
export async function editableApiClient(
  em: EntityManager,
  identity: Identity,
  apiClientId: string,
  field = 'apiClientId',
): Promise<ApiClient> {
  const wanted = { organizationId: organizationOf(identity), id: apiClientId };
  const client = await em.findOne(ApiClient, wanted, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!client) throw notFound('ApiClient', field);
  demandAdministrator(identity);
  return client;
}
