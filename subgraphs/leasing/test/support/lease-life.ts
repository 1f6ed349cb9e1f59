import { addDays, decodeId, encodeId, newId } from '@propertea/kernel';
import { agent, type Json, type Let, type Office } from './office.js';

/** The moment at which the tests of a lease's life stand, and its day in Chicago. */
export const NOW = new Date('2027-06-15T12:00:00Z');
export const TODAY = '2027-06-15';

/** Where a lease can stand; a FUTURE one whose day has come waits for the property's day. */
export const STANDINGS = [
  'DRAFT',
  'PENDING_SIGNATURE',
  'FUTURE',
  'FUTURE_DUE',
  'ACTIVE',
  'NOTICE_GIVEN',
  'AT_WILL',
  'TERMINATED',
  'EXPIRED',
  'CLOSED',
  'CANCELLED',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a command makes of a lease that stands so; in every other standing it answers LEASE_STATE. */
interface LifeCommand {
  /** Beside `leaseId` and `version`. */
  input?: object | ((lease: Standee) => object);
  moves: Partial<Record<Standing, string>>;
}

const AS_IT_IS = ['FUTURE', 'FUTURE_DUE', 'ACTIVE', 'NOTICE_GIVEN', 'AT_WILL'] as const;
const DRAFT_AGAIN = { DRAFT: 'DRAFT', PENDING_SIGNATURE: 'DRAFT' };

/** States in which what it charges changes and the state stays; what was sent is a draft again. */
const CHARGES = {
  ...DRAFT_AGAIN,
  ...Object.fromEntries(AS_IT_IS.map((as) => [as, as === 'FUTURE_DUE' ? 'FUTURE' : as])),
};
const PARTIES = { ...CHARGES, TERMINATED: 'TERMINATED', EXPIRED: 'EXPIRED' };

/** R24, command by command: whoever adds a command about a lease adds its line. */
export const LIFE: Readonly<Record<string, LifeCommand>> = {
  changeLease: { input: { endsOn: '2029-06-30' }, moves: DRAFT_AGAIN },
  addLeaseParty: { input: { role: 'GUARANTOR', name: 'Charles Babbage' }, moves: PARTIES },
  changeLeaseParty: {
    input: ({ partyId }) => ({ leasePartyId: partyId, name: 'Ada King' }),
    moves: PARTIES,
  },
  removeLeaseParty: { input: ({ partyId }) => ({ leasePartyId: partyId }), moves: PARTIES },
  addChargeTemplate: {
    input: {
      kind: 'SERVICE',
      label: 'Heating',
      amountMinor: 5000,
      cycle: 'MONTHLY',
      startsOn: '2027-08-01',
    },
    moves: CHARGES,
  },
  changeChargeTemplate: {
    input: ({ templateId }) => ({
      chargeTemplateId: templateId,
      label: 'Garage',
      amountMinor: 9000,
    }),
    moves: CHARGES,
  },
  removeChargeTemplate: {
    input: ({ templateId }) => ({ chargeTemplateId: templateId }),
    moves: CHARGES,
  },
  scheduleRentChange: {
    input: ({ rentId }) => {
      return {
        chargeTemplateId: rentId,
        kind: 'INDEXATION',
        effectiveOn: '2027-08-20',
        percentage: 2.5,
      };
    },
    moves: CHARGES,
  },
  cancelRentChange: { input: ({ rentChangeId }) => ({ rentChangeId }), moves: CHARGES },
  sendLease: {
    input: { reservedUntil: '2027-06-20T12:00:00Z' },
    moves: { DRAFT: 'PENDING_SIGNATURE', PENDING_SIGNATURE: 'PENDING_SIGNATURE' },
  },
  signLease: { moves: { DRAFT: 'FUTURE', PENDING_SIGNATURE: 'FUTURE' } },
  activateLease: { moves: { FUTURE_DUE: 'ACTIVE' } },
  giveNotice: {
    input: { givenBy: 'TENANT', receivedOn: TODAY, endsOn: '2027-09-30', reason: 'As agreed.' },
    moves: { ACTIVE: 'NOTICE_GIVEN', AT_WILL: 'NOTICE_GIVEN' },
  },
  withdrawNotice: { moves: { NOTICE_GIVEN: 'ACTIVE' } },
  recordMoveIn: {
    input: { on: TODAY },
    moves: {
      FUTURE_DUE: 'FUTURE',
      ACTIVE: 'ACTIVE',
      NOTICE_GIVEN: 'NOTICE_GIVEN',
      AT_WILL: 'AT_WILL',
    },
  },
  recordMoveOut: {
    input: { on: '2027-06-14' },
    moves: {
      ACTIVE: 'TERMINATED',
      NOTICE_GIVEN: 'TERMINATED',
      AT_WILL: 'TERMINATED',
      TERMINATED: 'TERMINATED',
      EXPIRED: 'EXPIRED',
    },
  },
  endLease: {
    input: { on: '2027-06-14', reason: 'Both agreed.' },
    moves: { ACTIVE: 'TERMINATED', NOTICE_GIVEN: 'TERMINATED', AT_WILL: 'TERMINATED' },
  },
  closeLease: { moves: { TERMINATED: 'CLOSED', EXPIRED: 'CLOSED' } },
  cancelLease: {
    input: { reason: 'They found another home.' },
    moves: { DRAFT: 'CANCELLED', PENDING_SIGNATURE: 'CANCELLED', FUTURE: 'CANCELLED' },
  },
};

/** A lease that was put somewhere in its life. */
export interface Standee {
  id: string;
  version: number;
  unitId: string;
  /** An occupant, a charge for parking that has no line yet, the rent, and a change of it that is to come. */
  partyId: string;
  templateId: string;
  rentId: string;
  rentChangeId: string;
}

const RENT = { kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' };
const WHO = { parties: [{ role: 'TENANT', name: 'Ada Lovelace' }], chargeTemplates: [RENT] };

/** The term of a lease that is to stand so, and how it is taken over where it is signed. */
const TERMS: Record<Standing, object> = {
  DRAFT: { startsOn: '2027-07-01', endsOn: '2028-06-30' },
  PENDING_SIGNATURE: { startsOn: '2027-07-01', endsOn: '2028-06-30' },
  CANCELLED: { startsOn: '2027-07-01', endsOn: '2028-06-30' },
  FUTURE: { startsOn: addDays(TODAY, 1), endsOn: null },
  FUTURE_DUE: { startsOn: addDays(TODAY, 1), endsOn: null },
  ACTIVE: { startsOn: '2027-06-01', endsOn: '2028-05-31' },
  NOTICE_GIVEN: { startsOn: '2027-06-01', endsOn: null },
  AT_WILL: { startsOn: '2026-06-01', endsOn: '2027-05-31' },
  TERMINATED: { startsOn: '2026-06-01', endsOn: '2027-05-31', endedOn: '2027-03-31' },
  EXPIRED: { startsOn: '2026-06-01', endsOn: '2027-05-31', endedOn: '2027-05-31' },
  CLOSED: { startsOn: '2026-06-01', endsOn: '2027-05-31', endedOn: '2027-05-31' },
};
const DRAFTED = new Set<Standing>(['DRAFT', 'PENDING_SIGNATURE', 'CANCELLED']);

/** A lease of the unit that stands so. */
export async function standing(office: Office, unit: Let, as: Standing): Promise<Standee> {
  const facts = { unitId: unit.unit, ...WHO, ...TERMS[as] };
  const run = async (command: string, input: object, selection: string): Promise<Json> => {
    const payload = await office.run(agent(unit), command, input, selection);
    if (payload.errors.length > 0) throw new Error(JSON.stringify(payload.errors));
    return payload;
  };
  let lease: Lease;
  const selection = 'id version chargeTemplates { id }';
  if (DRAFTED.has(as)) {
    ({ lease } = await run('createLease', facts, `lease { ${selection} }`));
    const { id: leaseId, version } = lease;
    if (as === 'PENDING_SIGNATURE') {
      const input = { leaseId, version, reservedUntil: '2027-06-18T12:00:00Z' };
      ({ lease } = await run('sendLease', input, `lease { ${selection} }`));
    } else if (as === 'CANCELLED') {
      const input = { leaseId, version, reason: 'They found another home.' };
      ({ lease } = await run('cancelLease', input, `lease { ${selection} }`));
    }
  } else {
    const signed = { ...facts, signedOn: '2026-05-01', billedBefore: '2027-06-01' };
    const { leases } = await run('importLeases', { leases: [signed] }, `leases { ${selection} }`);
    [lease] = leases;
  }
  await amend(office, as, unit.unitId);
  const { id, version, chargeTemplates } = lease;
  const rentId = chargeTemplates[0]?.id ?? '';
  const parts = await addParts(office, unit, { id, rentId });
  return { id, version, unitId: unit.unitId, rentId, ...parts };
}

interface Lease {
  id: string;
  version: number;
  chargeTemplates: { id: string }[];
}

/** Parts that can still be taken away, whatever the state. */
async function addParts(
  office: Office,
  { organizationId }: Let,
  lease: { id: string; rentId: string },
) {
  const [partyId, templateId, rentChangeId] = [newId(), newId(), newId()];
  const leaseId = decodeId('Lease', lease.id);
  const common = 'organization_id, id, lease_id, version, created_at, updated_at';
  const values = '$1, $2, $3, 1, now(), now()';
  await office.room.sql(
    `insert into leasing.lease_parties (${common}, role, state, name) values (${values}, 'OCCUPANT', 'FUTURE', 'Byron')`,
    [organizationId, partyId, leaseId],
  );
  await office.room.sql(
    `insert into leasing.charge_templates (${common}, kind, label, amount_minor, cycle, due_day, proration, starts_on, billed_before)
     values (${values}, 'PARKING', 'Parking', 8000, 'MONTHLY', 1, 'ACTUAL', '2027-08-01', '2027-08-01')`,
    [organizationId, templateId, leaseId],
  );
  await office.room.sql(
    `insert into leasing.rent_changes (${common}, template_id, kind, effective_on, amount_minor)
     values (${values}, $4, 'STEP', '2027-08-01', 125000)`,
    [organizationId, rentChangeId, leaseId, decodeId('ChargeTemplate', lease.rentId)],
  );
  return {
    partyId: encodeId('LeaseParty', partyId),
    templateId: encodeId('ChargeTemplate', templateId),
    rentChangeId: encodeId('RentChange', rentChangeId),
  };
}

/** What only time or what comes later in a lease's life would bring. */
async function amend(office: Office, as: Standing, unitId: string): Promise<void> {
  const change = {
    FUTURE_DUE: `starts_on = '${TODAY}'`,
    CLOSED: `state = 'CLOSED'`,
    NOTICE_GIVEN: `state = 'NOTICE_GIVEN', ended_before = '2027-09-01', notice = '${JSON.stringify(NOTICE)}'`,
  }[as as string];
  if (!change) return;
  await office.room.sql(`update leasing.leases set ${change} where unit_id = $1`, [unitId]);
}

const NOTICE = {
  givenBy: 'TENANT',
  receivedOn: '2027-06-02',
  endsOn: '2027-08-31',
  reason: null,
  earliestEndOn: null,
  rule: null,
  isShortened: false,
  agreement: null,
};

const TABLES = [
  'leases',
  'tenancies',
  'lease_parties',
  'charge_templates',
  'rent_changes',
  'charge_lines',
  'charge_credits',
  'renewal_offers',
  'move_checklists',
  'occupancies',
  'rentable_units',
  'audit_entries',
  'outbox',
];

/** Everything that the room keeps of an organization, in a few letters: the same where nothing was written. */
export async function fingerprint(office: Office, organizationId: string): Promise<string> {
  const parts = TABLES.map((table) => {
    const columns = table === 'outbox' ? 't.id' : 't';
    return `select '${table}' as "table", md5(coalesce(string_agg(md5((${columns})::text), '' order by t.id), '')) as sum
      from leasing.${table} t where t.organization_id = $1`;
  });
  const rows = await office.room.sql<{ table: string; sum: string }>(parts.join(' union all '), [
    organizationId,
  ]);
  return JSON.stringify(rows);
}
