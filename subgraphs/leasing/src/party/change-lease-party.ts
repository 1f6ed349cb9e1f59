import { defineCommand } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { day } from '../days.js';
import { auditPart } from '../lease/change-of-lease.js';
import { partyShape } from '../lease/lease-input.js';
import { version } from '../text.js';
import { leaseWithParties, partyAmong, settleParties } from './party-of.js';

const { role, name, ...others } = partyShape;

/** Changes what is known of somebody in a lease, and whether they live there, apart from its state (R28). */
export const changeLeaseParty = defineCommand({
  name: 'changeLeaseParty',
  input: z.object({
    leaseId: idOf('Lease'),
    version,
    leasePartyId: idOf('LeaseParty'),
    role: role.optional(),
    name: name.optional(),
    ...others,
    movedInOn: day.nullish(),
    movedOutOn: day.nullish(),
  }),
  async run({ input, em, identity, now, emit, journal }) {
    const { leaseId, version: loaded, leasePartyId, movedInOn, movedOutOn, ...facts } = input;
    const which = { leaseId, version: loaded };
    const { lease, parties } = await leaseWithParties(em, identity, which);
    const party = partyAmong(parties, leasePartyId);
    const before = party.entry();
    party.change(facts);
    party.move({ movedInOn, movedOutOn });
    auditPart({ journal }, lease, 'lease.party-changed', before, party.entry());
    await settleParties({ em, journal, now, emit }, lease, parties);
    return lease;
  },
});
