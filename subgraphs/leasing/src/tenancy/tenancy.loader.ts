import { loaderById } from '@propertea/chassis/graph';
import { rentableUnitById } from '../rentable-unit/rentable-unit.loader.js';
import { hasOffice } from '../reach.js';
import { Tenancy } from './tenancy.entity.js';

/** A tenancy is seen by whoever sees its unit. */
export const tenancyById = loaderById<Tenancy>(async (context, ids) => {
  if (!hasOffice(context.identity)) return [];
  const em = await context.em();
  const { organizationId } = context;
  const tenancies = await em.find(Tenancy, { organizationId, id: { $in: ids } });
  const units = await Promise.all(
    tenancies.map(({ unitId }) => context.load(rentableUnitById, unitId)),
  );
  return tenancies.filter((_, index) => units[index] !== null);
});
