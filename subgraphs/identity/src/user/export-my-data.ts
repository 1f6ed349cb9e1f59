import type { EntityManager } from '@mikro-orm/postgresql';
import type { RoomContext } from '@propertea/chassis/graph';
import { workerSession } from '@propertea/chassis/store';
import { User } from './user.entity.js';

/**
 * Everything this room keeps about one person, as JSON. For the person themselves only: the caller checks
 * that. Secrets (hashes, ids of sessions) are left out; their existence is not.
 */
export async function exportMyData(
  context: RoomContext,
  userId: string,
): Promise<Record<string, unknown>> {
  const { store } = context.services;
  return store.transaction(workerSession(store.room, null, userId), async (em) => {
    const user = await em.findOneOrFail(User, userId);
    const signIns = await rows(
      em,
      'select issuer, subject, created_at as "createdAt" from identity.sign_ins where user_id = ?',
      userId,
    );
    const subjects = signIns.map((signIn) => String(signIn.subject));
    const each = async (sql: string) =>
      (await Promise.all(subjects.map((subject) => rows(em, sql, subject)))).flat();
    return {
      user: {
        email: user.email,
        isEmailVerified: user.isEmailVerified,
        name: user.name,
        locale: user.locale,
        timeZone: user.timeZone,
        createdAt: user.createdAt,
        updatedAt: user.updatedAt,
      },
      signIns,
      accounts: await each(
        `select email, name, created_at as "createdAt", password_changed_at as "passwordChangedAt"
         from identity.accounts where id::text = ?`,
      ),
      sessions: await each(
        `select created_at as "createdAt", expires_at as "expiresAt" from identity.oidc_models
         where kind = 'Session' and account_id = ?`,
      ),
      organizations: await rows(
        em,
        `select organization_id as "organizationId" from identity.memberships
         where user_id = ? and not is_removed`,
        userId,
      ),
      mails: await rows(
        em,
        `select subject, created_at as "createdAt", sent_at as "sentAt" from identity.mails
         where recipient_key = ? order by id`,
        user.emailKey,
      ),
      history: await rows(
        em,
        `select at, action, persona, before, after, reason, request_id as "requestId"
         from identity.audit_entries where user_id = ? order by id`,
        userId,
      ),
    };
  });
}

function rows(em: EntityManager, sql: string, value: string): Promise<Record<string, unknown>[]> {
  return em.execute(sql, [value]);
}
