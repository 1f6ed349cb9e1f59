import { encodeId } from '@propertea/kernel';
import { type Ground, type Made, Planted } from './ground.js';
import { madeOf, type Stored } from './made.js';
import type { MadeInOrganization, MadeUnit } from './portfolio.js';

export interface MadeLease extends MadeInOrganization {
  unit: MadeUnit;
  number: string;
  tenancyId: string;
}

type Facts = Record<string, unknown>;

export class LeaseSeed extends Planted<MadeLease> {
  static sow(ground: Ground, parent: PromiseLike<MadeUnit>, facts: Facts): LeaseSeed {
    return new LeaseSeed(ground, createLease(ground, parent, facts));
  }

  /** The tenancy that begins with the lease. */
  tenancy(): Planted<Made> {
    const made = this.made.then(({ tenancyId: id }) => madeOf('Tenancy', { id, version: 1 }));
    return new Planted(this.ground, made);
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
    lease: Stored & { number: string; tenancy: { id: string } };
  }>(
    organization.administrator,
    'createLease',
    input,
    'lease { id version number tenancy { id } }',
  );
  const { number, tenancy } = lease;
  return { ...madeOf('Lease', lease), organization, unit, number, tenancyId: tenancy.id };
}
