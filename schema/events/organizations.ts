import { currencyCode, defineEvent } from '@propertea/kernel';
import { z } from 'zod';
import { id } from './shapes.js';

const member = z.object({ memberId: id, organizationId: id, userId: id });

const company = z.object({
  companyId: id,
  organizationId: id,
  code: z.string().min(1).max(20),
  name: z.string().min(1).max(200),
  currency: currencyCode,
  isRetired: z.boolean(),
});

export const organizationCreated = defineEvent({
  type: 'organization.created',
  version: 1,
  data: z.object({ organizationId: id, name: z.string().min(1).max(200) }),
});

export const memberAdded = defineEvent({ type: 'member.added', version: 1, data: member });

export const memberRemoved = defineEvent({ type: 'member.removed', version: 1, data: member });

/** A member's grants changed; `grantsVersion` is the one after it, and assertions below it are stale. */
export const grantChanged = defineEvent({
  type: 'grant.changed',
  version: 1,
  data: member.extend({ grantsVersion: z.int().min(0) }),
});

export const companyCreated = defineEvent({ type: 'company.created', version: 1, data: company });

export const companyChanged = defineEvent({ type: 'company.changed', version: 1, data: company });

export const companyRetired = defineEvent({ type: 'company.retired', version: 1, data: company });

export const companyRestored = defineEvent({ type: 'company.restored', version: 1, data: company });

/** What an API client is, never one of its keys. */
const apiClient = z.object({
  apiClientId: id,
  organizationId: id,
  name: z.string().min(1).max(200),
  scopes: z.array(z.string().min(1)),
  createdBy: id,
});

export const apiClientCreated = defineEvent({
  type: 'api-client.created',
  version: 1,
  data: apiClient,
});

export const apiClientChanged = defineEvent({
  type: 'api-client.changed',
  version: 1,
  data: apiClient,
});

export const apiClientRevoked = defineEvent({
  type: 'api-client.revoked',
  version: 1,
  data: apiClient,
});

/** Snapshots carry the state of what is there, on request, for rooms that keep copies of it. */
export const memberSnapshot = defineEvent({ type: 'member.snapshot', version: 1, data: member });

export const companySnapshot = defineEvent({
  type: 'company.snapshot',
  version: 1,
  data: company,
});
