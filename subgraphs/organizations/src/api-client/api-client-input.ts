import type { EntityManager } from '@mikro-orm/postgresql';
import { API_SCOPES, DomainError, type Grant, type Issue } from '@propertea/kernel';
import { z } from 'zod';
import { grantInput, readReach } from '../member/reach-input.js';
import { nameOf } from '../text.js';

const MOST_GRANTS = 20;

/** What an API client is called, may do and how long. */
export const apiClientInput = z.object({
  name: nameOf('API client'),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, 'Choose at least one scope.')
    .max(API_SCOPES.length, 'Name each scope once.')
    .transform((scopes) => API_SCOPES.filter((scope) => scopes.includes(scope))),
  grants: z
    .array(grantInput)
    .min(1, 'Choose at least one role.')
    .max(MOST_GRANTS, `Give at most ${MOST_GRANTS} roles.`),
  expiresAt: z.date().nullish(),
});

type GrantsInput = z.output<typeof apiClientInput>['grants'];

/** The grants that an input names, each once. Throws NOT_FOUND by the place of what is not the organization's. */
export async function readGrants(
  em: EntityManager,
  organizationId: string,
  input: GrantsInput,
): Promise<Grant[]> {
  const grants = new Map<string, Grant>();
  const issues: Issue[] = [];
  for (const [at, given] of input.entries()) {
    try {
      const reach = await readReach(em, organizationId, given);
      const grant = { role: given.role, reach };
      grants.set(JSON.stringify(grant), grant);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      for (const { path, ...issue } of error.issues) {
        issues.push({ ...issue, path: ['input', 'grants', at, ...path.slice(1)] });
      }
    }
  }
  if (issues.length > 0) throw DomainError.all(issues);
  return [...grants.values()];
}
