import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '@propertea/chassis/graph';
import { defineCommand, workerSession } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import { userErased } from '@propertea/schema/events';
import { z } from 'zod';
import { Throttle } from '../account/throttle.js';
import { emailKey } from '../email.js';
import { findOneself } from './find-oneself.js';
import { rememberErased, type SignInKey } from './sign-in-links.js';

/**
 * Erases the person who asks: name, address, credentials, sessions, links, mails and what the audit trail
 * said of them. The id stays as a tombstone; other rooms follow `user.erased`. Cannot be undone.
 */
export const eraseMyAccount = defineCommand({
  name: 'eraseMyAccount',
  input: z.object({ confirmEmail: z.string().max(320, { error: 'is too long', abort: true }) }),
  session: (_input, identity, room) => workerSession(room, null, personOf(identity)),
  run: async ({ input, em, identity, now, audit, emit }): Promise<string> => {
    const user = await findOneself(em, identity);
    if (emailKey(input.confirmEmail) !== user.emailKey) {
      throw new DomainError('INVALID_INPUT', 'Enter your own e-mail address to confirm.', {
        path: ['input', 'confirmEmail'],
      });
    }
    const keys = await eraseSignIns(em, user.id, now);
    await eraseByAddress(em, [...new Set([user.emailKey, ...keys])]);
    await em.execute('delete from identity.memberships where user_id = ?', [user.id]);
    await em.execute(
      'update identity.audit_entries set before = null, after = null, reason = null where user_id = ?',
      [user.id],
    );
    user.erase(now);
    await em.flush();
    await eraseFacts(em, user.id, user.toFact());
    // After the flush nothing differs any more, so the entry says that it happened and no value.
    audit(user, 'user.erased', { personId: user.id });
    emit(userErased, user, { userId: user.id });
    return user.id;
  },
});

/** Removes links, accounts and sessions; returns the addresses that the accounts had. */
async function eraseSignIns(em: EntityManager, userId: string, now: Date): Promise<string[]> {
  const links = await em.execute<SignInKey[]>(
    'delete from identity.sign_ins where user_id = ? returning issuer, subject',
    [userId],
  );
  const addresses: string[] = [];
  for (const link of links) {
    await rememberErased(em, link, now);
    await em.execute('delete from identity.oidc_models where account_id = ?', [link.subject]);
    const accounts = await em.execute<{ email_key: string }[]>(
      'delete from identity.accounts where id::text = ? returning email_key',
      [link.subject],
    );
    addresses.push(...accounts.map((account) => account.email_key));
  }
  return addresses;
}

async function eraseByAddress(em: EntityManager, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await em.execute('delete from identity.registrations where email_key = ?', [key]);
    await em.execute('delete from identity.mails where recipient_key = ?', [key]);
    for (const attempts of Throttle.keysOf(key)) {
      await em.execute('delete from identity.attempts where key = ?', [attempts]);
    }
  }
}

/** Facts that are kept for replay say no more than the tombstone. */
async function eraseFacts(em: EntityManager, userId: string, fact: object): Promise<void> {
  await em.execute(
    `update identity.outbox set data = ?::jsonb
     where subject = ? and type in ('user.registered.v1', 'user.changed.v1')`,
    [JSON.stringify(fact), userId],
  );
}
