import { asAdmin } from '@propertea/chassis/store';
import { decodeId } from '@propertea/kernel';
import { z } from 'zod';
import type { HouseDoor } from '../door.js';
import { Refusal } from '../failure.js';
import { askRoom, commandRoom } from './ask-room.js';

const CODE_LENGTH = 10;

/**
 * Ids of the organizations that an earlier demo registered, by name: the demo may run again. Somebody
 * else's organization of the same name is none of ours.
 */
export async function knownOrganizations(door: HouseDoor): Promise<Map<string, string>> {
  return asAdmin(door.adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(/* sql */ `
      select o.id, o.name from organizations.organizations o
      join organizations.audit_entries a on a.organization_id = o.id and a.aggregate_id = o.id
      where a.aggregate_type = 'Organization' and a.action = 'organization.registered' and a.persona = 'SYSTEM'
      order by o.id desc`);
    return new Map(rows.map(({ id, name }) => [name, id]));
  });
}

/** Registers an organization; returns its UUID. */
export async function registerOrganization(door: HouseDoor, name: string): Promise<string> {
  const command = { name: 'registerOrganization', input: { name }, select: 'organization { id }' };
  const fields = { organization: z.object({ id: z.string() }) };
  const { organization } = await commandRoom(door, 'organizations', null, command, fields);
  const id = decodeId('Organization', organization.id);
  if (id === undefined) throw new Refusal(`The organization ${name} was not registered.`);
  return id;
}

/** Gives the organization its one company, unless it has one. */
export async function ensureCompany(
  door: HouseDoor,
  organizationId: string,
  name: string,
): Promise<void> {
  const { companies } = await askRoom(
    door,
    'organizations',
    organizationId,
    { query: '{ companies(first: 1) { totalCount } }' },
    z.object({ companies: z.object({ totalCount: z.number() }) }),
  );
  if (companies.totalCount > 0) return;
  const input = { code: companyCode(name), name, currency: 'USD' };
  const command = { name: 'createCompany', input, select: 'company { id }' };
  await commandRoom(door, 'organizations', organizationId, command, {});
}

/** Letters and digits of the name: "The Habitat Company" → HABITATCOM. */
function companyCode(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^THE\s+/u, '')
    .replaceAll(/[^A-Z0-9]/gu, '');
  return letters.slice(0, CODE_LENGTH) || 'COMPANY';
}
