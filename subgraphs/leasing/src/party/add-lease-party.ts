import { defineCommand } from '@propertea/chassis/store';
import { DomainError, idOf } from '@propertea/kernel';
import { z } from 'zod';
import { auditPart } from '../lease/change-of-lease.js';
import { MAX_PARTIES, partyShape } from '../lease/lease-input.js';
import { version } from '../text.js';
import { LeaseParty } from './lease-party.entity.js';
import { leaseWithParties, settleParties } from './party-of.js';

/** Somebody else in a lease (R28). */
export const addLeaseParty = defineCommand({
  name: 'addLeaseParty',
  input: z.object({ leaseId: idOf('Lease'), version, ...partyShape }),
  async run({ input: { leaseId, version: loaded, ...facts }, em, identity, now, emit, journal }) {
    const which = { leaseId, version: loaded };
    const { lease, parties } = await leaseWithParties(em, identity, which);
    if (parties.length >= MAX_PARTIES) {
      const message = `A lease has at most ${MAX_PARTIES} parties.`;
      throw new DomainError('TOO_MANY', message, { path: ['input'] });
    }
    const party = LeaseParty.create(lease, facts);
    em.persist(party);
    auditPart({ journal }, lease, 'lease.party-added', null, party.entry());
    await settleParties({ em, journal, now, emit }, lease, [...parties, party]);
    return lease;
  },
});
