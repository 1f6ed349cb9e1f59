import { defineCommand } from '@propertea/chassis/store';
import { leaseDraftChanged } from '@propertea/schema/events';
import { z } from 'zod';
import { ChargeTemplate } from '../charge/charge-template.entity.js';
import { LeaseParty } from '../party/lease-party.entity.js';
import { expectAccounts } from '../party/link-parties.js';
import { Tenancy } from '../tenancy/tenancy.entity.js';
import { Lease } from './lease.entity.js';
import { currencyOf, editableUnit, todayAt } from './lease-ground.js';
import { draftShape } from './lease-input.js';
import { DEFAULTS, sumUp, templateFacts } from './lease-parts.js';
import { nextLeaseNumbers } from './next-lease-number.js';

/** A draft of a lease with its parties and charges; it holds no unit and binds nobody. */
export const createLease = defineCommand({
  name: 'createLease',
  input: z.object(draftShape),
  async run({ input, em, identity, now, audit, emit, journal }) {
    const unit = await editableUnit(em, identity, input.unitId, { type: 'Unit', field: 'unitId' });
    const currency = await currencyOf(em, unit, 'unitId');
    const today = await todayAt(em, unit, now);
    const [number = ''] = await nextLeaseNumbers(em, unit, 1);
    const tenancy = Tenancy.create(unit);
    const { startsOn, endsOn = null } = input;
    const lease = Lease.create(unit, { number, currency, tenancyId: tenancy.id, startsOn, endsOn });
    const defaults = {
      dueDay: input.dueDay ?? DEFAULTS.dueDay,
      proration: input.proration ?? DEFAULTS.proration,
    };
    const parties = (input.parties ?? []).map((facts) => LeaseParty.create(lease, facts));
    const templates = (input.chargeTemplates ?? []).map((given, index) => {
      const path = ['input', 'chargeTemplates', index];
      return ChargeTemplate.create(lease, templateFacts(lease, given, defaults, path));
    });
    sumUp(lease, templates, [], today);
    em.persist(tenancy);
    await em.flush();
    em.persist(lease);
    audit(lease, 'lease.created');
    emit(leaseDraftChanged, lease, lease.fact(parties));
    await em.flush();
    em.persist([...parties, ...templates]);
    expectAccounts(journal, parties, now);
    return lease;
  },
});
