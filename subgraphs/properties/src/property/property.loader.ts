import { defineLoader, loaderById } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { nestedConnections } from '../list/nested-connections.js';
import { hasOffice, withinReach } from '../reach.js';
import { type CategoryCounts, toCategoryCounts } from '../unit/category-counts.js';
import { propertyConditions } from './list-properties.js';
import { Property } from './property.entity.js';
import type { PropertyFilter } from './property.type.js';

export const propertyById = loaderById<Property>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(Property, { $and: [{ id: { $in: ids } }, withinReach(identity, 'id')] });
});

export const propertiesOfCompany = nestedConnections<Property, PropertyFilter>({
  entity: Property,
  parent: { property: 'companyId', column: 'company_id' },
  where: propertyConditions,
});

/** Live units by category, for each property. */
export const unitCountsOfProperty = defineLoader<string, CategoryCounts>(async (context, ids) => {
  const em = await context.em();
  const rows = await em.execute<{ property_id: string; category: string; count: number }[]>(
    `select property_id, category, count(*)::int as count from properties.units
     where organization_id = ? and property_id = any (?::uuid[]) and retired_at is null
     group by property_id, category`,
    [context.organizationId, `{${ids.join(',')}}`],
  );
  const byProperty = groupBy(rows, (row) => row.property_id);
  return ids.map((id) => toCategoryCounts(byProperty.get(id) ?? []));
});
