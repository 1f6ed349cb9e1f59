import { encodeId, type IdType } from '@propertea/kernel';
import { type Ground, type Made, Planted } from './ground.js';
import { madeOf, type Stored } from './made.js';
import type { MadeInOrganization, MadeUnit } from './portfolio.js';

export interface MadeLease extends MadeInOrganization {
  unit: MadeUnit;
  number: string;
  tenancyId: string;
  partyId: string;
  chargeTemplateId: string;
}

type Facts = Record<string, unknown>;

export class LeaseSeed extends Planted<MadeLease> {
  static sow(ground: Ground, parent: PromiseLike<MadeUnit>, facts: Facts): LeaseSeed {
    return new LeaseSeed(ground, createLease(ground, parent, facts));
  }

  /** The same lease, signed by all: it is active if it has begun. */
  signed(): LeaseSeed {
    return new LeaseSeed(
      this.ground,
      this.made.then((lease) => signLease(this.ground, lease)),
    );
  }

  /** The tenant. */
  party(): Planted<Made> {
    return this.part('LeaseParty', ({ partyId }) => partyId);
  }

  /** The rent. */
  chargeTemplate(): Planted<Made> {
    return this.part('ChargeTemplate', ({ chargeTemplateId }) => chargeTemplateId);
  }

  /** A change of the rent. */
  rentChange(): Planted<Made> {
    const made = this.made.then((lease) => scheduleRentChange(this.ground, lease));
    return new Planted(this.ground, made);
  }

  /** The offer of a new term to the parties of another lease of the unit, which runs. */
  renewalOffer(): Planted<Made> {
    const made = this.made.then((lease) => offerRenewal(this.ground, lease));
    return new Planted(this.ground, made);
  }

  private part(type: IdType, idIn: (lease: MadeLease) => string): Planted<Made> {
    const made = this.made.then((lease) => madeOf(type, { id: idIn(lease), version: 1 }));
    return new Planted(this.ground, made);
  }

  /** The tenancy that begins with the lease. */
  tenancy(): Planted<Made> {
    return this.part('Tenancy', ({ tenancyId }) => tenancyId);
  }
}

/** The unit as the room of leasing knows it, once its fact has arrived there. */
export async function rentableUnitOf(ground: Ground, parent: PromiseLike<MadeUnit>): Promise<Made> {
  const { uuid } = await parent;
  await ground.house.settled();
  return { id: encodeId('RentableUnit', uuid), uuid };
}

export async function blockUnit(
  ground: Ground,
  parent: PromiseLike<MadeUnit>,
  facts: Facts,
): Promise<MadeInOrganization> {
  const unit = await parent;
  const { organization } = unit;
  const { id: rentableUnitId } = await rentableUnitOf(ground, parent);
  const { block } = await ground.run<{ block: Stored }>(
    organization.administrator,
    'blockUnit',
    {
      rentableUnitId,
      reason: 'RENOVATION',
      note: ground.text('note'),
      startsOn: '2090-01-01',
      ...facts,
    },
    'block { id version }',
  );
  return { ...madeOf('Block', block), organization };
}

async function createLease(
  ground: Ground,
  parent: PromiseLike<MadeUnit>,
  facts: Facts,
): Promise<MadeLease> {
  const unit = await parent;
  const { organization } = unit;
  await ground.house.settled();
  const rent = { kind: 'RENT', label: ground.text('rent'), amountMinor: 150_000, cycle: 'MONTHLY' };
  const input = {
    unitId: unit.id,
    startsOn: '2030-01-01',
    endsOn: '2030-12-31',
    parties: [{ role: 'TENANT', name: ground.text('tenant'), email: ground.email() }],
    chargeTemplates: [rent],
    ...facts,
  };
  const { lease } = await ground.run<{
    lease: Stored & {
      number: string;
      tenancy: { id: string };
      parties: { id: string }[];
      chargeTemplates: { id: string }[];
    };
  }>(
    organization.administrator,
    'createLease',
    input,
    'lease { id version number tenancy { id } parties { id } chargeTemplates { id } }',
  );
  const { number, tenancy, parties, chargeTemplates } = lease;
  const partyId = parties[0]?.id ?? '';
  const chargeTemplateId = chargeTemplates[0]?.id ?? '';
  const parts = { tenancyId: tenancy.id, partyId, chargeTemplateId };
  return { ...madeOf('Lease', lease), organization, unit, number, ...parts };
}

async function signLease(ground: Ground, made: MadeLease): Promise<MadeLease> {
  const { administrator } = made.organization;
  const version = await versionOf(ground, made);
  const input = { leaseId: made.id, version };
  await ground.run(administrator, 'signLease', input, 'lease { id }');
  return made;
}

/** A lease changes with its parts. */
async function versionOf(ground: Ground, { id, organization }: MadeLease): Promise<number> {
  const current = 'query ($id: ID!) { lease(id: $id) { version } }';
  const { data } = await ground.house.as(organization.administrator)(current, { id });
  return (data?.['lease'] as { version: number } | undefined)?.version ?? 0;
}

/** Another rent for the second half of the lease's year. */
async function scheduleRentChange(ground: Ground, lease: MadeLease): Promise<Made> {
  const { id: leaseId, chargeTemplateId } = lease;
  const which = { leaseId, version: await versionOf(ground, lease), chargeTemplateId };
  const change = { kind: 'AGREED', effectiveOn: '2030-07-01', amountMinor: 160_000 };
  const { lease: changed } = await ground.run<{ lease: { rentChanges: { id: string }[] } }>(
    lease.organization.administrator,
    'scheduleRentChange',
    { ...which, ...change },
    'lease { rentChanges { id } }',
  );
  return madeOf('RentChange', { id: changed.rentChanges[0]?.id ?? '', version: 1 });
}

async function offerRenewal(ground: Ground, { unit, organization }: MadeLease): Promise<Made> {
  const { administrator } = organization;
  const rent = { kind: 'RENT', label: ground.text('rent'), amountMinor: 150_000, cycle: 'MONTHLY' };
  const running = {
    unitId: unit.id,
    startsOn: '2025-01-01',
    endsOn: '2029-12-31',
    signedOn: '2024-12-01',
    billedBefore: '2029-12-31',
    parties: [{ role: 'TENANT', name: ground.text('tenant') }],
    chargeTemplates: [rent],
  };
  const { leases } = await ground.run<{ leases: Stored[] }>(
    administrator,
    'importLeases',
    { leases: [running] },
    'leases { id version }',
  );
  const { renewalOffer } = await ground.run<{ renewalOffer: Stored }>(
    administrator,
    'offerRenewal',
    {
      leaseId: leases[0]?.id,
      version: leases[0]?.version,
      rentMinor: 160_000,
      expiresOn: '2029-06-30',
      note: ground.text('offer'),
    },
    'renewalOffer { id version }',
  );
  return madeOf('RenewalOffer', renewalOffer);
}
