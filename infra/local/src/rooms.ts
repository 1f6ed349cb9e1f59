import type { AnySubgraph } from '@propertea/chassis/graph';
import identity from '@propertea/identity';
import leasing from '@propertea/leasing';
import organizations from '@propertea/organizations';
import properties from '@propertea/properties';
import operations from '@propertea/operations';

/** Every room of the house, in the order in which their migrations run. */
export const rooms: readonly AnySubgraph[] = [
  identity,
  organizations,
  properties,
  leasing,
  operations,
];
