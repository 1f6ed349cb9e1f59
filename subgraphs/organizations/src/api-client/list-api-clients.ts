import { raw, type FilterQuery } from '@mikro-orm/core';
import {
  type Connection,
  type RoomContext,
  type SortDirection,
  toConnection,
  toSort,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { demandAdministrator } from '../member/member.policy.js';
import { ApiClient } from './api-client.entity.js';
import type { ApiClientFilter } from './api-client.type.js';

export interface ApiClientListArguments {
  first: number;
  after: string | null;
  filter: ApiClientFilter | null;
  sort: { field: string; direction: SortDirection } | null;
}

export async function listApiClients(
  context: RoomContext,
  { first, after, filter, sort }: ApiClientListArguments,
): Promise<Connection<ApiClient>> {
  const { organizationId } = context;
  demandAdministrator(context.identity);
  const conditions: FilterQuery<ApiClient>[] = [{ organizationId }];
  if (filter?.isRevoked === true) conditions.push({ revokedAt: { $ne: null } });
  if (!filter || filter.isRevoked === false) conditions.push({ revokedAt: null });
  const search = filter?.search?.trim().toLowerCase();
  if (search) conditions.push(matching(search));
  const page = await keysetPage(await context.em(), ApiClient, {
    where: { $and: conditions },
    sort: toSort(sort, { field: 'name', direction: 'ASC' }),
    page: { first, after },
  });
  return toConnection(page);
}

/** The organization's index narrows the rows first; an organization has few API clients. */
function matching(search: string): FilterQuery<ApiClient> {
  const condition = raw(
    (alias) => `position(? in ' ' || ${alias}.name_search) > 0`,
    [` ${search}`],
  );
  return { [condition as unknown as string]: [] };
}
