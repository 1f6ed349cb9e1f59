import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { version } from '../text.js';
import { editableOffer } from './editable-offer.js';
import { firstDay, offerShape } from './renewal-terms.js';

/** Offers something else, as long as nobody answered; what is left out stays, null is removed. */
export const changeRenewalOffer = defineCommand({
  name: 'changeRenewalOffer',
  input: z.object({
    renewalOfferId: idOf('RenewalOffer'),
    version,
    ...z.object(offerShape).partial().shape,
  }),
  async run(scope) {
    const { input, audit } = scope;
    const { offer, lease, today } = await editableOffer(scope, input);
    const { endsOn = offer.endsOn, note = offer.note } = input;
    const { rentMinor = offer.rentMinor, expiresOn = offer.expiresOn } = input;
    const startsOn = firstDay(lease, input.startsOn ?? offer.startsOn);
    offer.change({ startsOn, endsOn, rentMinor, expiresOn, note }, today);
    audit(offer, 'renewal.changed');
    return offer;
  },
});
