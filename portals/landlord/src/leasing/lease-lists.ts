import type { ApolloCache } from '@apollo/client';

const LISTS = ['leases', 'rentableUnits', 'rentRoll', 'occupancy', 'portfolio'];
/** What other objects say of their leases. */
const SAID = ['currentLease', 'availability', 'availableFrom', 'calendar', 'rent', 'blocks'];

/** After a lease or a block came, went or moved: whatever lists it is asked for again where it is shown. */
export function forgetLeaseLists(cache: ApolloCache): void {
  for (const fieldName of LISTS) cache.evict({ id: 'ROOT_QUERY', fieldName });
  for (const id of Object.keys(cache.extract() as object)) {
    if (/^(Unit|RentableUnit):/.test(id)) {
      for (const fieldName of SAID) cache.evict({ id, fieldName });
    }
    if (/^(Property|Company):/.test(id)) cache.evict({ id, fieldName: 'occupancy' });
    if (id.startsWith('Lease:')) {
      for (const fieldName of ['schedule', 'chargeLines', 'history'])
        cache.evict({ id, fieldName });
    }
  }
  cache.gc();
}
