import { raw, type FilterQuery } from '@mikro-orm/core';
import {
  type Connection,
  type RoomContext,
  SortDirection,
  toConnection,
  toSort,
} from '@propertea/chassis/graph';
import { keysetPage } from '@propertea/chassis/store';
import { Company } from './company.entity.js';
import { visibleCompanies } from './company.policy.js';
import type { CompanyFilter } from './company.type.js';

export interface CompanyListArguments {
  first: number;
  after: string | null;
  filter: CompanyFilter | null;
  sort: { field: string; direction: SortDirection } | null;
}

export async function listCompanies(
  context: RoomContext,
  { first, after, filter, sort }: CompanyListArguments,
): Promise<Connection<Company>> {
  void context.organizationId;
  const conditions: FilterQuery<Company>[] = [visibleCompanies(context.identity)];
  if (filter?.isRetired === true) conditions.push({ retiredAt: { $ne: null } });
  if (!filter || filter.isRetired === false) conditions.push({ retiredAt: null });
  const search = filter?.search?.trim().toLowerCase();
  if (search) conditions.push(matching(search));
  const page = await keysetPage(await context.em(), Company, {
    where: { $and: conditions },
    sort: toSort(sort, { field: 'name', direction: 'ASC' }),
    page: { first, after },
  });
  return toConnection(page);
}

/** The organization's index narrows the rows first; an organization has few companies. */
function matching(search: string): FilterQuery<Company> {
  const condition = raw(
    (alias) => `(${alias}.code ^@ ? or position(? in ' ' || ${alias}.name_search) > 0)`,
    [search.toUpperCase(), ` ${search}`],
  );
  return { [condition as unknown as string]: [] };
}
