import type { FilterQuery } from '@mikro-orm/core';
import {
  After,
  DateTime,
  demand,
  First,
  type RoomContext,
  toConnection,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { decodeId, ID_PREFIXES, type IdType } from '@propertea/kernel';
import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection, toNode } from '../history.js';
import { AuditLogEntry } from './audit-log-entry.entity.js';

@InputType({ description: 'Which entries of the audit log to list.' })
export class AuditLogFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only of this kind of object, such as Property.',
  })
  aggregateType?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only of this object, by its id.' })
  aggregateId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only by this person.' })
  actorId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Not before this instant.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this instant.' })
  until?: Date | null;
}

@Resolver()
export class AuditLogResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'What was changed in the organization, in every room, newest first; for administrators.',
  })
  async auditLog(
    @First() first: number,
    @After() after: string | null,
    @Arg('filter', () => AuditLogFilter, { nullable: true, description: 'Which entries.' })
    filter: AuditLogFilter | null,
    @Ctx() context: RoomContext,
  ) {
    const { organizationId } = context;
    demand(context.identity, ['ORGANIZATION_ADMIN']);
    const where = {
      $and: [{ organizationId }, ...conditions(filter ?? {})],
    } as FilterQuery<AuditLogEntry>;
    const page = await keysetPage(await context.em(), AuditLogEntry, {
      where,
      sort: { field: 'id', direction: 'DESC' },
      page: { first, after },
    });
    return toConnection(page, toNode(context));
  }
}

function conditions({
  aggregateType,
  aggregateId,
  actorId,
  from,
  until,
}: AuditLogFilter): FilterQuery<AuditLogEntry>[] {
  return [
    ...(aggregateType ? [{ aggregateType }] : []),
    ...(aggregateId ? [{ aggregateId: anyId(aggregateId) }] : []),
    ...(actorId ? [{ actorId: anyId(actorId) }] : []),
    ...(from ? [{ at: { $gte: from } }] : []),
    ...(until ? [{ at: { $lt: until } }] : []),
  ];
}

const NOTHING = '00000000-0000-0000-0000-000000000000';

function anyId(id: string): string {
  const type = (Object.keys(ID_PREFIXES) as IdType[]).find((candidate) =>
    id.startsWith(`${ID_PREFIXES[candidate]}_`),
  );
  return (type && decodeId(type, id)) ?? NOTHING;
}
