import { loaderById } from '@propertea/chassis/graph';
import { Organization } from './organization.entity.js';

/** Organizations by id: the one in which the caller stands, for whom the other ones do not exist. */
export const organizationById = loaderById<Organization>(async (context, ids) => {
  const { organizationId, subject } = context.identity;
  if (organizationId) {
    const em = await context.em();
    return em.find(Organization, { id: ids.filter((id) => id === organizationId) });
  }
  if (!subject) return [];
  const em = await context.em();
  const rows = await em.execute<
    { id: string; name: string; created_at: string; version: number }[]
  >(
    /* sql */ `select distinct on (organization_id) organization_id as id, organization_name as name, organization_version as version,
      organization_created_at as created_at from organizations.own_memberships() where organization_id = any (?::uuid[])`,
    [`{${ids.join(',')}}`],
  );
  return rows.map(({ created_at, ...row }) =>
    Object.assign(new Organization(), row, { createdAt: new Date(created_at) }),
  );
});
