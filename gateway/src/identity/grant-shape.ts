import { grantSchema } from '@propertea/kernel';
import type { Grant } from '@propertea/kernel';
import { z } from 'zod';

/** A grant as the room `organizations` tells it. */
export const grantShape = z.object({
  role: z.string(),
  reachKind: z.string(),
  companyId: z.uuid().nullable(),
  propertyId: z.uuid().nullable(),
});

export function toGrant(given: z.infer<typeof grantShape>): Grant {
  const { role, companyId, propertyId } = given;
  const kind = given.reachKind.toLowerCase();
  return grantSchema.parse({ role, reach: { kind, companyId, propertyId } });
}
