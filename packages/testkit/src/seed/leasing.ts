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

/** Another rent from some day in the second half of the lease's year on. */
async function scheduleRentChange(ground: Ground, lease: MadeLease): Promise<Made> {
  const { administrator } = lease.organization;
  const current = 'query ($id: ID!) { lease(id: $id) { version rentChanges { id } } }';
  const { data } = await ground.house.as(administrator)(current, { id: lease.id });
  const seen = data?.['lease'] as { version: number; rentChanges: object[] } | undefined;
  const effectiveOn = `2030-${String(7 + ((seen?.rentChanges.length ?? 0) % 6)).padStart(2, '0')}-01`;
  const { id: leaseId, chargeTemplateId } = lease;
  const which = { leaseId, version: seen?.version, chargeTemplateId };
  const input = { ...which, kind: 'AGREED', effectiveOn, amountMinor: 1 };
  const { lease: changed } = await ground.run<{ lease: { rentChanges: { id: string }[] } }>(
    administrator,
    'scheduleRentChange',
    input,
    'lease { rentChanges { id } }',
  );
  const made = changed.rentChanges.at(-1);
  return madeOf('RentChange', { id: made?.id ?? '', version: 1 });
}
