import { raw, type FilterQuery } from '@mikro-orm/core';
import {
  type Connection,
  type RoomContext,
  type SortDirection,
  toConnection,
  toSort,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { Member } from './member.entity.js';

export interface MemberListArguments {
  first: number;
  after: string | null;
  filter: { search?: string | null } | null;
  sort: { field: string; direction: SortDirection } | null;
}

export async function listMembers(
  context: RoomContext,
  { first, after, filter, sort }: MemberListArguments,
): Promise<Connection<Member>> {
  const { organizationId } = context;
  const search = filter?.search?.trim().toLowerCase();
  const where = search ? { $and: [{ organizationId }, matching(search)] } : { organizationId };
  const page = await keysetPage(await context.em(), Member, {
    where: where,
    sort: toSort(sort, { field: 'createdAt', direction: 'ASC' }),
    page: { first, after },
  });
  return toConnection(page);
}

function matching(search: string): FilterQuery<Member> {
  const condition = raw(
    (alias) =>
      `${alias}.user_id in (select p.user_id from organizations.people p where position(? in ' ' || p.search) > 0)`,
    [` ${search}`],
  );
  return { [condition as unknown as string]: [] };
}
