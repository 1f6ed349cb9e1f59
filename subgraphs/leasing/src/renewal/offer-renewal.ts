import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { editableLease, todayAt } from '../lease/lease-ground.js';
import { version } from '../text.js';
import { RenewalOffer } from './renewal-offer.entity.js';
import { firstDay, offerShape } from './renewal-terms.js';

/** Offers the parties of a lease a new term (R27); one offer is open at a time. */
export const offerRenewal = defineCommand({
  name: 'offerRenewal',
  input: z.object({ leaseId: idOf('Lease'), version, ...offerShape }),
  async run({ input, em, identity, now, audit }) {
    const lease = await editableLease(em, identity, input);
    const today = await todayAt(em, lease, now);
    lease.demandRenewable(today);
    const { endsOn = null, rentMinor, expiresOn, note = null } = input;
    const startsOn = firstDay(lease, input.startsOn);
    const offer = RenewalOffer.create(
      lease,
      { startsOn, endsOn, rentMinor, expiresOn, note },
      today,
    );
    em.persist(offer);
    audit(offer, 'renewal.offered');
    return offer;
  },
});
