import type { ApolloCache } from '@apollo/client';

const LISTS = ['units', 'portfolio', 'propertyPoints'];
const COUNTS = ['unitCount', 'unitCountsByCategory', 'entrances'];

interface Parent {
  __typename: 'Property' | 'Building';
  id: string;
}

/**
 * After units came, went or moved: whatever lists them is asked for again where it is shown. `parents` are
 * those whose counts did not come with the answer, such as a building that a unit has left.
 */
export function forgetUnitLists(
  cache: ApolloCache,
  parents: readonly (Parent | null)[] = [],
): void {
  for (const fieldName of LISTS) cache.evict({ id: 'ROOT_QUERY', fieldName });
  for (const id of Object.keys(cache.extract() as object)) {
    if (/^(Property|Building):/.test(id)) cache.evict({ id, fieldName: 'units' });
  }
  for (const parent of parents) {
    const id = parent && cache.identify({ __typename: parent.__typename, id: parent.id });
    if (id) for (const fieldName of COUNTS) cache.evict({ id, fieldName });
  }
  cache.gc();
}
