import { RenewalOffer } from '../renewal/renewal-offer.entity.js';
import { RenewalState } from '../terms.js';
import { type PropertyScope, writeStep } from './property-scope.js';

/** Offers of a new term that nobody accepted up to their last day (R27). */
export async function expireRenewalOffers(scope: PropertyScope): Promise<void> {
  const { em, journal, organizationId, propertyId, day } = scope;
  const late = await em.execute<{ id: string }[]>(
    /* sql */ `
    select o.id from leasing.renewal_offers o
    join leasing.leases l on l.organization_id = o.organization_id and l.id = o.lease_id
    where o.organization_id = ? and o.state = 'OFFERED' and o.expires_on < ?::date and l.property_id = ?`,
    [organizationId, day, propertyId],
  );
  if (late.length === 0) return;
  const id = { $in: late.map((offer) => offer.id) };
  const state = RenewalState.OFFERED;
  for (const offer of await em.find(RenewalOffer, { organizationId, id, state })) {
    offer.state = RenewalState.EXPIRED;
    journal.audit(offer, 'renewal.expired');
  }
  await writeStep(scope);
}
