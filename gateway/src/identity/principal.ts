import { z } from 'zod';

/** Somebody as an OpenID provider knows them, before they are linked to a User. */
export const principalSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  email: z.string().nullable(),
  emailVerified: z.boolean(),
  name: z.string().nullable(),
});
export type Principal = z.infer<typeof principalSchema>;

const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().max(320).optional().catch(undefined),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
});

/** Reads the claims of a token that was verified already. */
export function principalOf(claims: Record<string, unknown>): Principal {
  const { iss, sub, email, email_verified: verified, name } = claimsSchema.parse(claims);
  return {
    issuer: iss,
    subject: sub,
    email: email ?? null,
    emailVerified: verified ?? false,
    name: name ?? null,
  };
}
