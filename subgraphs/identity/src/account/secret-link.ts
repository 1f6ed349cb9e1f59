import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link in a mail (256 bits) and what is stored of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashSecret(secret) };
}

/** What is stored of a secret: nobody who reads the table can use it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
