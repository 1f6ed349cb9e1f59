import type { ApolloCache } from '@apollo/client';

const LISTS = ['units', 'portfolio', 'propertyPoints'];
const OF_PARENTS = ['units', 'unitCount', 'unitCountsByCategory', 'entrances'];

/** After units came, went or moved: whatever lists or counts them is asked for again where it is shown. */
export function forgetUnitLists(cache: ApolloCache): void {
  const known = cache.extract() as Record<string, unknown>;
  for (const fieldName of LISTS) cache.evict({ id: 'ROOT_QUERY', fieldName });
  for (const id of Object.keys(known)) {
    if (!/^(Property|Building):/.test(id)) continue;
    for (const fieldName of OF_PARENTS) cache.evict({ id, fieldName });
  }
  cache.gc();
}
