import { defineSubgraph } from '@propertea/chassis/graph';
import { defineSnapshot } from '@propertea/chassis/messaging';
import { companySnapshot, mayPublish, memberSnapshot } from '@propertea/schema/events';
import { AccessResolver } from './access/access.resolver.js';
import { Operator } from './access/operator.entity.js';
import { ApiClientCommandsResolver } from './api-client/api-client-commands.resolver.js';
import { ApiClient } from './api-client/api-client.entity.js';
import { apiClientById } from './api-client/api-client.loader.js';
import { ApiClientGrantResolver, ApiClientResolver } from './api-client/api-client.resolver.js';
import { ApiKey } from './api-client/api-key.entity.js';
import { AuditLogEntry } from './audit-log/audit-log-entry.entity.js';
import { AuditLogResolver } from './audit-log/audit-log.resolver.js';
import { Company } from './company/company.entity.js';
import { companyById } from './company/company.loader.js';
import { CompanyResolver } from './company/company.resolver.js';
import { OwnedProperty } from './company/owned-property.entity.js';
import { violations } from './errors.js';
import { Invitation } from './invitation/invitation.entity.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { Grant } from './member/grant.entity.js';
import { Member } from './member/member.entity.js';
import { memberById } from './member/member.loader.js';
import { GrantResolver, MemberResolver } from './member/member.resolver.js';
import { onAuditRecorded } from './on/audit-recorded.js';
import { onPropertyEvents } from './on/property-events.js';
import { onUserEvents } from './on/user-events.js';
import { Organization } from './organization/organization.entity.js';
import { organizationById } from './organization/organization.loader.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { settings } from './settings.js';
import { Person } from './user/person.entity.js';
import { UserResolver } from './user/user.resolver.js';
import { ViewAs } from './view-as/view-as.entity.js';
import { ViewAsGrantResolver, ViewAsResolver } from './view-as/view-as.resolver.js';

export default defineSubgraph({
  name: 'organizations',
  resolvers: [
    OrganizationResolver,
    CompanyResolver,
    MemberResolver,
    GrantResolver,
    InvitationResolver,
    ViewAsResolver,
    ViewAsGrantResolver,
    ApiClientResolver,
    ApiClientGrantResolver,
    ApiClientCommandsResolver,
    AuditLogResolver,
    UserResolver,
    AccessResolver,
  ],
  references: {
    Organization: (context, id) => context.load(organizationById, id),
    Company: (context, id) => context.load(companyById, id),
    Member: (context, id) => context.load(memberById, id),
    ApiClient: (context, id) => context.load(apiClientById, id),
    User: (_context, id) => ({ id }),
  },
  entities: [
    Organization,
    Company,
    OwnedProperty,
    Member,
    Grant,
    Invitation,
    ViewAs,
    ApiClient,
    ApiKey,
    Operator,
    Person,
    AuditLogEntry,
  ],
  migrations: new URL('../migrations/', import.meta.url),
  violations,
  consumers: [onAuditRecorded, ...onPropertyEvents, ...onUserEvents],
  snapshots: [
    defineSnapshot(companySnapshot, Company, (company) => company.fact()),
    defineSnapshot(memberSnapshot, Member, (member) => member.fact()),
  ],
  mayPublish,
  settings,
});
