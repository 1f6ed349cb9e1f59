import { defineLoader } from '@propertea/chassis/graph';
import { groupBy } from '../list/group-by.js';
import { ChargeTemplate } from './charge-template.entity.js';
import { RentChange } from './rent-change.entity.js';

/** The charge templates of leases that the caller sees already, in the order in which they came. */
export const templatesOfLease = defineLoader<string, ChargeTemplate[]>(
  async (context, leaseIds) => {
    const em = await context.em();
    const templates = await em.find(
      ChargeTemplate,
      { leaseId: { $in: [...leaseIds] }, removedAt: null },
      { orderBy: { id: 'ASC' } },
    );
    const byLease = groupBy(templates, ({ leaseId }) => leaseId);
    return leaseIds.map((id) => byLease.get(id) ?? []);
  },
);

/** The rent changes of leases that the caller sees already, by the day on which they take effect. */
export const rentChangesOfLease = defineLoader<string, RentChange[]>(async (context, leaseIds) => {
  const em = await context.em();
  const changes = await em.find(
    RentChange,
    { leaseId: { $in: [...leaseIds] } },
    { orderBy: { effectiveOn: 'ASC', id: 'ASC' } },
  );
  const byLease = groupBy(changes, ({ leaseId }) => leaseId);
  return leaseIds.map((id) => byLease.get(id) ?? []);
});
