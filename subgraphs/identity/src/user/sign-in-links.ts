import type { EntityManager } from '@mikro-orm/postgresql';
import { createHash } from 'node:crypto';
import { emailKey } from '../email.js';

/** How long a token of an erased person may still be shown: longer than any access token lives. */
const ERASED_MINUTES = 60;

export interface SignInKey {
  issuer: string;
  subject: string;
}

function hashOf({ issuer, subject }: SignInKey): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
}

/** The person of a sign-in, or undefined. */
export async function findSignIn(em: EntityManager, key: SignInKey): Promise<string | undefined> {
  const [row] = await em.execute<{ user_id: string }[]>(
    'select user_id from identity.sign_ins where issuer = ? and subject = ?',
    [key.issuer, key.subject],
  );
  return row?.user_id;
}

/** Waits for others that link the same sign-in or the same address; holds until the end of the transaction. */
export async function lockSignIn(
  em: EntityManager,
  key: SignInKey & { email: string },
): Promise<void> {
  const locks = [`sign-in:${hashOf(key)}`, `email:${emailKey(key.email)}`].toSorted();
  for (const lock of locks) {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [lock]);
  }
}

export async function addSignIn(
  em: EntityManager,
  key: SignInKey,
  userId: string,
  now: Date,
): Promise<void> {
  await em.execute(
    'insert into identity.sign_ins (issuer, subject, user_id, created_at) values (?, ?, ?, ?)',
    [key.issuer, key.subject, userId, now],
  );
}

/** Whether this sign-in belonged to somebody erased so recently that an old token may still be about. */
export async function wasErased(em: EntityManager, key: SignInKey, now: Date): Promise<boolean> {
  const rows = await em.execute<object[]>(
    'select hash from identity.erased_sign_ins where hash = ? and erased_at > ?',
    [hashOf(key), new Date(now.getTime() - ERASED_MINUTES * 60_000)],
  );
  return rows.length > 0;
}

export async function rememberErased(em: EntityManager, key: SignInKey, now: Date): Promise<void> {
  await em.execute(
    `insert into identity.erased_sign_ins (hash, erased_at) values (?, ?)
     on conflict (hash) do update set erased_at = excluded.erased_at`,
    [hashOf(key), now],
  );
}

/** Lets the rest of the worker's transaction write audit entries about this person. */
export async function actFor(em: EntityManager, userId: string): Promise<void> {
  await em.execute("select set_config('app.user_id', ?, true)", [userId]);
}
