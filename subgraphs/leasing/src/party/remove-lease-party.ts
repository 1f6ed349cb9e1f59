import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart } from '../lease/change-of-lease.js';
import { version } from '../text.js';
import { leaseWithParties, partyAmong, settleParties } from './party-of.js';

/** Takes somebody out of a lease who should not be in it; who has left is changed to have moved out instead. */
export const removeLeaseParty = defineCommand({
  name: 'removeLeaseParty',
  input: z.object({ leaseId: idOf('Lease'), version, leasePartyId: idOf('LeaseParty') }),
  async run({ input, em, identity, now, emit, journal }) {
    const { lease, parties } = await leaseWithParties(em, identity, input);
    const party = partyAmong(parties, input.leasePartyId);
    em.remove(party);
    auditPart({ journal }, lease, 'lease.party-removed', party.entry(), null);
    const rest = parties.filter(({ id }) => id !== party.id);
    await settleParties({ em, journal, now, emit }, lease, rest);
    return lease;
  },
});
