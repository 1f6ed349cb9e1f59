import { addDays, localDateAt } from '@propertea/kernel';
import type { Stage, StageOrganization } from '@propertea/testkit/stage';
import { graphAs } from './graph';
import { becomes } from './page';

/** A calendar day some days from today, where the properties are. */
export function dayFromNow(days: number): string {
  return addDays(localDateAt(new Date(), 'America/Chicago'), days);
}

export interface LetUnit {
  leaseId: string;
  number: string;
  unitId: string;
  reference: string;
}

/**
 * Lets the first units of LAKEVIEW in the order of their codes: one to each tenant who is named, since a year
 * ago and for `days` more.
 */
export async function letUnits(
  stage: Stage,
  organization: StageOrganization,
  tenants: readonly string[],
  days = 60,
): Promise<LetUnit[]> {
  const ask = await graphAs(stage, organization.accounts.administrator, organization.id);
  const wanted = `{ rentableUnits(first: 100, filter: { availableOn: "${dayFromNow(0)}" }) {
    nodes { id category unit { id reference } } } }`;
  const found = async () => {
    const { rentableUnits } = await ask(wanted);
    return rentableUnits.nodes.filter(
      ({ category, unit }: { category: string; unit: { reference: string } }) =>
        category === 'APARTMENT' && unit.reference.startsWith('LAKEVIEW-'),
    );
  };
  await becomes(async () => (await found()).length >= tenants.length, true);
  const units = (await found()).slice(0, tenants.length);
  const leases = tenants.map((name, index) => ({
    unitId: units[index].unit.id,
    signedOn: dayFromNow(-400),
    startsOn: dayFromNow(-365),
    endsOn: dayFromNow(days),
    movedInOn: dayFromNow(-365),
    billedBefore: dayFromNow(1),
    parties: [{ role: 'TENANT', name }],
    chargeTemplates: [{ kind: 'RENT', label: 'Rent', amountMinor: 120_000, cycle: 'MONTHLY' }],
  }));
  const { importLeases } = await ask(
    `mutation Import($input: ImportLeasesInput!) {
      importLeases(input: $input) { leases { id number } errors { message path } }
    }`,
    { input: { leases } },
  );
  return importLeases.leases.map(
    ({ id, number }: { id: string; number: string }, index: number) => ({
      leaseId: id,
      number,
      unitId: units[index].unit.id,
      reference: units[index].unit.reference,
    }),
  );
}
