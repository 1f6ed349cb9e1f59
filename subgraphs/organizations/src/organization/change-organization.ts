import { demand, organizationOf } from '@propertea/chassis/graph';
import { assertVersion, defineCommand, notFound } from '@propertea/chassis/store';
import { idOf } from '@propertea/kernel';
import { z } from 'zod';
import { Organization } from './organization.entity.js';
import { organizationName } from './register-organization.js';

export const changeOrganization = defineCommand({
  name: 'changeOrganization',
  input: z.object({
    organizationId: idOf('Organization'),
    version: z.int(),
    name: organizationName,
  }),
  async run({ input, em, identity, audit }) {
    const isOwn = input.organizationId === organizationOf(identity);
    const organization = isOwn && (await em.findOne(Organization, { id: input.organizationId }));
    if (!organization) throw notFound('Organization', 'organizationId');
    demand(identity, ['ORGANIZATION_ADMIN']);
    assertVersion(organization, input.version);
    organization.rename(input.name);
    audit(organization, 'organization.changed');
    return { organizationId: organization.id };
  },
});
