import { decodeId, encodeId, localDateAt } from '@propertea/kernel';
import { z } from 'zod';
import type { HouseDoor } from '../door.js';
import { askRoom, commandRoom } from './ask-room.js';
import type { DemoOrganization } from './demo-people.js';
import { type UnitToLet, isLet, leaseOf } from './lease-of.js';
import type { Rents } from './rents.js';

const TIME_ZONE = 'America/Chicago';
/** As much as a list gives and a command takes. */
const PAGE = 100;

/**
 * Gives the units of an organization the rent they should bring and lets some 92 % of them; those that
 * somebody let already stay as they are. Returns how many leases it made.
 */
export async function letUnits(
  door: HouseDoor,
  organization: DemoOrganization,
  rents: Rents,
  signal?: AbortSignal,
): Promise<number> {
  const today = localDateAt(new Date(), TIME_ZONE);
  const known = await unitsWithLeases(door, organization);
  let made = 0;
  for await (const units of unitsOf(door, organization)) {
    signal?.throwIfAborted();
    const open = units.filter(({ id }) => !known.has(id));
    if (open.length === 0) continue;
    const expected = new Map(
      open.map((unit) => [unit.id, rents.ofUnit(unit.reference, unit.bedrooms)]),
    );
    await expectRents(door, organization, expected);
    const leases = open
      .filter(isLet)
      .map((unit) => leaseOf(unit, expected.get(unit.id) ?? 0, today));
    if (leases.length === 0) continue;
    const command = { name: 'importLeases', input: { leases }, select: 'leases { id }' };
    await commandRoom(door, 'leasing', organization.id, command, {});
    made += leases.length;
  }
  return made;
}

const listedUnit = z.object({
  id: z.string(),
  reference: z.string(),
  bedrooms: z.number().nullable(),
});

function unitsOf(door: HouseDoor, { id }: DemoOrganization): AsyncGenerator<UnitToLet[]> {
  const query = `query ($first: Int!, $after: String) {
    list: units(first: $first, after: $after, sort: { field: PROPERTY }) {
      nodes { id reference bedrooms } pageInfo { hasNextPage endCursor } } }`;
  return pagesOf(door, 'properties', id, query, listedUnit);
}

async function unitsWithLeases(door: HouseDoor, { id }: DemoOrganization): Promise<Set<string>> {
  const query = `query ($first: Int!, $after: String) {
    list: leases(first: $first, after: $after) {
      nodes { unit { id } } pageInfo { hasNextPage endCursor } } }`;
  const lease = z.object({ unit: z.object({ id: z.string() }) });
  const known = new Set<string>();
  for await (const leases of pagesOf(door, 'leasing', id, query, lease)) {
    for (const { unit } of leases) known.add(unit.id);
  }
  return known;
}

async function* pagesOf<T extends z.ZodType>(
  door: HouseDoor,
  room: string,
  organizationId: string,
  query: string,
  node: T,
): AsyncGenerator<z.output<T>[]> {
  const shape = z.object({
    list: z.object({
      nodes: z.array(node),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    }),
  });
  let after: string | null | undefined;
  do {
    const request = { query, variables: { first: PAGE, after } };
    // oxlint-disable-next-line no-await-in-loop -- a page tells where the next one begins
    const { list } = await askRoom(door, room, organizationId, request, shape);
    yield list.nodes;
    after = list.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
  } while (after);
}

/** Says what the units should bring a month. */
async function expectRents(
  door: HouseDoor,
  { id }: DemoOrganization,
  expected: ReadonlyMap<string, number>,
): Promise<void> {
  const units = [...expected].map(([unitId, baseRentMinor]) => ({
    rentableUnitId: encodeId('RentableUnit', decodeId('Unit', unitId) ?? ''),
    baseRentMinor,
  }));
  const command = { name: 'changeRentableUnits', input: { units }, select: '' };
  await commandRoom(door, 'leasing', id, command, {});
}
