import { Arg, Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';
import type { FilterQuery } from '@mikro-orm/core';
import { encodeId, ID_PREFIXES, type IdType } from '@propertea/kernel';
import { AuditEntry, keysetPage } from '../store/index.js';
import { type Connection, connectionOf, toConnection } from './connection.js';
import type { RoomContext } from './context.js';
import { Authenticated, Shareable } from './public.js';
import { DateTime, JSONObject } from './scalars.js';

/**
 * Builds the shared value types of an aggregate's history. `user` is this room's class of the
 * entity User; `actor` makes its object from a stored user id.
 */
export function historyTypes<User extends object>(
  user: () => ClassType<User>,
  actor: (context: RoomContext, userId: string) => unknown,
) {
  @Authenticated()
  @Shareable()
  @ObjectType('AuditEntry', { description: 'Who changed what, when and why.' })
  class AuditEntryType {
    @Field(() => ID, { description: 'Identifies the entry.' })
    id!: string;

    @Field(() => String, { description: 'Kind of the object that was changed, such as Property.' })
    aggregateType!: string;

    @Field(() => ID, {
      nullable: true,
      description: 'The object that was changed; absent where it is known by no id outside.',
    })
    aggregateId!: string | null;

    @Field(() => String, { description: 'What happened, such as property.changed.' })
    action!: string;

    @Field(() => DateTime, { description: 'When.' })
    at!: Date;

    @Field(user, {
      nullable: true,
      description: 'Who; absent for the platform itself, for API clients and for erased persons.',
    })
    actor!: unknown;

    @Field(() => ID, { nullable: true, description: 'Which API client, where a program did it.' })
    apiClientId!: string | null;

    @Field(() => String, {
      description: 'In which capacity: PERSON, STAFF, OPERATOR, SYSTEM or INTEGRATOR.',
    })
    persona!: string;

    @Field(() => JSONObject, {
      nullable: true,
      description: 'The changed fields as they were; absent where it was created.',
    })
    before!: Record<string, unknown> | null;

    @Field(() => JSONObject, {
      nullable: true,
      description: 'The changed fields as they are since; absent where it was removed.',
    })
    after!: Record<string, unknown> | null;

    @Field(() => String, { nullable: true, description: 'The reason that was given.' })
    reason!: string | null;

    @Field(() => String, { description: 'The request that caused it, as in logs and traces.' })
    requestId!: string;
  }

  const AuditEntryConnection = connectionOf(() => AuditEntryType as ClassType, 'AuditEntry', {
    isPublic: false,
    shareable: true,
  });

  const toNode = (context: RoomContext) => (entry: AuditEntry) => ({
    ...entry,
    __typename: 'AuditEntry',
    aggregateId: edgeIdOf(entry),
    ...actorOf(entry, (userId) => actor(context, userId)),
  });

  /** The page of audit entries of one aggregate, newest first. */
  async function historyOf(
    context: RoomContext,
    aggregateType: string,
    aggregateId: string,
    page: { first: number; after?: string | null },
    scope: FilterQuery<AuditEntry> = { organizationId: context.identity.organizationId },
  ): Promise<Connection<object>> {
    const em = await context.em();
    const where = { $and: [{ aggregateType, aggregateId }, scope] } as FilterQuery<AuditEntry>;
    const sort = { field: 'id', direction: 'DESC' } as const;
    return toConnection(await keysetPage(em, AuditEntry, { where, sort, page }), toNode(context));
  }

  return { AuditEntryType, AuditEntryConnection, historyOf, toNode };
}

function actorOf({ actorId, persona }: AuditEntry, person: (userId: string) => unknown) {
  if (!actorId) return { actor: null, apiClientId: null };
  return persona === 'INTEGRATOR'
    ? { actor: null, apiClientId: encodeId('ApiClient', actorId) }
    : { actor: () => person(actorId), apiClientId: null };
}

function edgeIdOf({ aggregateType, aggregateId }: AuditEntry): string | null {
  return aggregateType in ID_PREFIXES ? encodeId(aggregateType as IdType, aggregateId) : null;
}

/** `first` and `after` of a connection, as argument decorators. */
export const First = (): ParameterDecorator =>
  Arg('first', () => Int, {
    defaultValue: 25,
    description: 'How many at most, 1 to 100.',
  }) as ParameterDecorator;

export const After = (): ParameterDecorator =>
  Arg('after', () => String, {
    nullable: true,
    description: 'Continue behind this cursor.',
  }) as ParameterDecorator;
