import type { Reach } from '@propertea/kernel';
import type { Made } from '@propertea/testkit';
import type { ReachName } from './rights.js';
import type { Portfolio } from './two-organizations.js';

/** Every reach there is, as seen from the things of the portfolio; makes what lies beside them. */
export async function reachesAround({ estate, ids }: Portfolio): Promise<Record<ReachName, Reach>> {
  const uuid = (type: string) => (ids.get(type) as Made).uuid;
  const neighbour = await estate.company.property();
  const stranger = await estate.organization.company().property();
  const ofProperty = ({ uuid: propertyId, company }: typeof neighbour) =>
    ({ kind: 'property', propertyId, companyId: company.uuid }) as const;
  return {
    organization: { kind: 'organization' },
    'its company': { kind: 'company', companyId: uuid('Company') },
    'another company': { kind: 'company', companyId: stranger.company.uuid },
    'its property': { kind: 'property', propertyId: uuid('Property'), companyId: uuid('Company') },
    'another property of its company': ofProperty(neighbour),
    'a property of another company': ofProperty(stranger),
  };
}
