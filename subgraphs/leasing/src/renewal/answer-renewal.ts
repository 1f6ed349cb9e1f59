import { type CommandScope, defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import type { Lease } from '../lease/lease.entity.js';
import { RenewalState } from '../terms.js';
import { reason, version } from '../text.js';
import { editableOffer } from './editable-offer.js';
import type { RenewalOffer } from './renewal-offer.entity.js';

const { OFFERED, ACCEPTED, DECLINED, WITHDRAWN } = RenewalState;

const shape = z.object({ renewalOfferId: idOf('RenewalOffer'), version, reason });

/** A command that answers an offer in one way. */
const answer = (
  name: string,
  action: string,
  give: (offer: RenewalOffer, lease: Lease, today: string) => void,
) =>
  defineCommand({
    name,
    input: shape,
    async run(scope: CommandScope<z.output<typeof shape>>) {
      const { offer, lease, today } = await editableOffer(scope, scope.input);
      give(offer, lease, today);
      scope.audit(offer, action, { reason: scope.input.reason ?? null });
      return offer;
    },
  });

/** The tenants accept: it can be signed (R27). */
export const acceptRenewal = answer('acceptRenewal', 'renewal.accepted', (offer, lease, today) => {
  lease.demandRenewable(today);
  offer.accept(today);
});

/** The tenants do not want the new term, or want it no more. */
export const declineRenewal = answer('declineRenewal', 'renewal.declined', (offer) =>
  offer.become(DECLINED, OFFERED, ACCEPTED),
);

/** The landlord takes the offer back. */
export const withdrawRenewal = answer('withdrawRenewal', 'renewal.withdrawn', (offer) =>
  offer.become(WITHDRAWN, OFFERED, ACCEPTED),
);
