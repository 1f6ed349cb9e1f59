import type { Connection, RoomContext } from '@propertea/chassis/graph';
import { type ListArguments, nestedConnections } from '../list/nested-connections.js';
import { hasOffice } from '../reach.js';
import { rentableUnitConditions } from '../rentable-unit/list-rentable-units.js';
import { RentableUnit } from '../rentable-unit/rentable-unit.entity.js';

/** A unit on a day; null is today at its property. */
export interface RentRollEntry {
  unit: RentableUnit;
  on: string | null;
}

/** The units of parents that are there today and within the caller's reach. */
const unitsUnder = (property: 'propertyId' | 'companyId', column: string) =>
  nestedConnections<RentableUnit, null>({
    entity: RentableUnit,
    parent: { property, column },
    where: (context) => rentableUnitConditions(context, null),
  });

const UNITS = {
  Property: unitsUnder('propertyId', 'property_id'),
  Company: unitsUnder('companyId', 'company_id'),
};

/** The rent roll of one property or company on a day; null for who stands in no organization. */
export async function rentRollOf(
  context: RoomContext,
  kind: keyof typeof UNITS,
  parentId: string,
  list: Omit<ListArguments<null>, 'filter'>,
  on: string | null,
): Promise<Connection<RentRollEntry> | null> {
  if (!hasOffice(context.identity)) return null;
  const units = await context.load(UNITS[kind], { parentId, list: { ...list, filter: null } });
  const entry = (unit: RentableUnit): RentRollEntry => ({ unit, on });
  return (
    units && {
      ...units,
      edges: units.edges.map(({ cursor, node }) => ({ cursor, node: entry(node) })),
      nodes: units.nodes.map(entry),
    }
  );
}
