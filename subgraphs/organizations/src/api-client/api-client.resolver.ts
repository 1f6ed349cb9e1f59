import { After, AtMost, DateTime, First, type RoomContext } from '@propertea/chassis/graph';
import type { Grant } from '@propertea/kernel';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { companyById } from '../company/company.loader.js';
import { CompanyType } from '../company/company.type.js';
import { AuditEntryConnection, historyOf } from '../history.js';
import { type StoredReach, storedReach } from '../member/grant.entity.js';
import { Property } from '../member/member.type.js';
import { User } from '../user/user.type.js';
import type { ApiClient } from './api-client.entity.js';
import {
  apiClientById,
  isMember,
  keysOfApiClient,
  lastUseOfApiClient,
} from './api-client.loader.js';
import {
  ApiClientConnection,
  ApiClientFilter,
  ApiClientGrant,
  ApiClientSort,
  ApiClientStateEnum,
  ApiClientType,
  ApiKeyType,
} from './api-client.type.js';
import { type ApiClientListArguments, listApiClients } from './list-api-clients.js';

@Resolver(() => ApiClientType)
export class ApiClientResolver {
  @Query(() => ApiClientType, {
    nullable: true,
    description: 'An API client of the organization; for administrators.',
  })
  apiClient(
    @Arg('id', () => ID, { description: 'Which client.' }) id: string,
    @Ctx() context: RoomContext,
  ) {
    return context.loadById(apiClientById, 'ApiClient', id);
  }

  @Query(() => ApiClientConnection, {
    nullable: true,
    description: 'The API clients of the organization; for administrators.',
  })
  apiClients(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => ApiClientFilter, { nullable: true, description: 'Which clients.' })
    filter: ApiClientFilter | null,
    @Arg('sort', () => ApiClientSort, {
      nullable: true,
      description: 'In which order; by name unless said otherwise.',
    })
    sort: ApiClientListArguments['sort'],
    @Ctx() context: RoomContext,
  ) {
    return listApiClients(context, { first, after, filter, sort });
  }

  @FieldResolver(() => ApiClientStateEnum, { description: 'Whether its keys are good.' })
  async state(@Root() client: ApiClient, @Ctx() context: RoomContext): Promise<string> {
    if (client.revokedAt) return 'REVOKED';
    if (!(await context.load(isMember, client.createdBy))) return 'CREATOR_LEFT';
    return client.isOverAt(context.services.clock.now()) ? 'EXPIRED' : 'ACTIVE';
  }

  @AtMost(20)
  @FieldResolver(() => [ApiClientGrant], {
    description: 'Its roles as they were given; of them holds what its creator has as well.',
  })
  grants(@Root() { grants }: ApiClient) {
    return grants.map(({ role, reach }: Grant) => ({ role, ...storedReach(reach) }));
  }

  @AtMost(5)
  @FieldResolver(() => [ApiKeyType], {
    description: 'Its keys that were neither replaced for good nor revoked, the newest first.',
  })
  async keys(@Root() { id, revokedAt }: ApiClient, @Ctx() context: RoomContext) {
    return revokedAt ? [] : ((await context.load(keysOfApiClient, id)) ?? []);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When one of its keys was last used, to a few minutes; absent where none ever was.',
  })
  lastUsedAt(@Root() { id }: ApiClient, @Ctx() context: RoomContext) {
    return context.load(lastUseOfApiClient, id);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who created it, and whose rights it never exceeds.',
  })
  createdBy(@Root() { createdBy }: ApiClient) {
    return { id: createdBy };
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'Its changes, newest first.' })
  history(
    @Root() { id }: ApiClient,
    @First() first: number,
    @After() after: string | null,
    @Ctx() context: RoomContext,
  ) {
    return historyOf(context, 'ApiClient', id, { first, after });
  }
}

@Resolver(() => ApiClientGrant)
export class ApiClientGrantResolver {
  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company it goes for, or that owns the property it goes for.',
  })
  company(@Root() grant: StoredReach, @Ctx() context: RoomContext) {
    return grant.companyId ? context.load(companyById, grant.companyId) : null;
  }

  @FieldResolver(() => Property, { nullable: true, description: 'The property it goes for.' })
  property(@Root() grant: StoredReach) {
    return grant.propertyId ? { id: grant.propertyId } : null;
  }
}
