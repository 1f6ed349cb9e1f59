import type { Identity } from '@propertea/kernel';
import type { House } from '@propertea/local';
import { z } from 'zod';

const listed = z.object({
  properties: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});
const page = z.object({
  property: z.object({
    units: z.object({
      nodes: z.array(z.object({ id: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

/** Ids of the units of the property that has most. */
export async function unitsOfLargestProperty(house: House, identity: Identity): Promise<string[]> {
  const largest =
    '{ properties(first: 1, sort: { field: UNIT_COUNT, direction: DESC }) { nodes { id } } }';
  const { data } = await house.ask('properties', { query: largest }, identity);
  const id = listed.parse(data).properties.nodes[0]?.id;
  const query = `query ($id: ID!, $after: String) { property(id: $id) { units(first: 100, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor } } } }`;
  const units: string[] = [];
  let after: string | null = null;
  do {
    const answer = await house.ask('properties', { query, variables: { id, after } }, identity);
    const { nodes, pageInfo } = page.parse(answer.data).property.units;
    units.push(...nodes.map((unit) => unit.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return units;
}

/** As the gateway asks the room for a page of units: all of them in one question. */
export async function availabilityOf(
  house: House,
  identity: Identity,
  units: readonly string[],
): Promise<void> {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Unit { availability } } }`;
  const representations = units.map((id) => ({ __typename: 'Unit', id }));
  await answered(house, identity, query, { representations });
}

export async function occupancyOn(house: House, identity: Identity, on: string): Promise<void> {
  const query = 'query ($on: LocalDate!) { occupancy(on: $on) { rentable occupied vacant rate } }';
  await answered(house, identity, query, { on });
}

async function answered(
  house: House,
  identity: Identity,
  query: string,
  variables: Record<string, unknown>,
): Promise<void> {
  const { errors } = await house.ask('leasing', { query, variables }, identity);
  if (errors?.[0]) throw new Error(errors[0].message);
}
