import { loaderById, type RoomContext } from '@propertea/chassis/graph';
import { awaitArrival } from '@propertea/chassis/store';
import { decodeId } from '@propertea/kernel';
import { hasOffice } from '../reach.js';
import { Company } from './company.entity.js';
import { visibleCompanies } from './company.policy.js';

export const companyById = loaderById<Company>(async (context, ids) => {
  const { identity } = context;
  if (!hasOffice(identity)) return [];
  const em = await context.em();
  return em.find(Company, { $and: [{ id: { $in: ids } }, visibleCompanies(identity)] });
});

/**
 * Waits for a company that was created moments ago and whose fact is still on its way. Called before
 * the command takes its transaction, so that waiting holds no connection that the consumer needs.
 */
export async function companyArrival(context: RoomContext, edgeId: string): Promise<void> {
  const id = decodeId('Company', edgeId);
  if (id === undefined || !hasOffice(context.identity)) return;
  await awaitArrival(id, async () => {
    const found = await context.load(companyById, id);
    await context.close();
    return found;
  });
}
