import { extentOf } from '@propertea/chassis/graph';
import type { Identity } from '@propertea/kernel';
import { hasOffice } from '../reach.js';

/** What is within somebody's reach, as a condition in SQL on rows that carry their company and property. */
export function reachSql(identity: Identity, alias: string): { sql: string; parameters: string[] } {
  if (!hasOffice(identity)) return { sql: 'false', parameters: [] };
  const ofOrganization = `${alias}.organization_id = (select app.organization_id())`;
  const extent = extentOf(identity);
  if (extent === 'everything') return { sql: ofOrganization, parameters: [] };
  return {
    sql: `${ofOrganization} and (${alias}.company_id = any (?::uuid[]) or ${alias}.property_id = any (?::uuid[]))`,
    parameters: [extent.companyIds, extent.propertyIds].map((ids) => `{${ids.join(',')}}`),
  };
}
