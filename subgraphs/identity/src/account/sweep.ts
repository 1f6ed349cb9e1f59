import type { PlatformStore } from '../platform-store.js';

const MAIL_DAYS = 30;

/** Removes what has expired: provider models, links, old attempts, traces of erasures, mails of 30 days ago. */
export async function sweep(store: PlatformStore, now: Date): Promise<void> {
  await store(async (sql) => {
    await sql('delete from identity.oidc_models where expires_at < ?', [now]);
    await sql('delete from identity.registrations where expires_at < ?', [now]);
    await sql('delete from identity.password_resets where expires_at < ?', [now]);
    await sql("delete from identity.attempts where last_at < ?::timestamptz - interval '2 days'", [
      now,
    ]);
    await sql(
      "delete from identity.erased_sign_ins where erased_at < ?::timestamptz - interval '1 day'",
      [now],
    );
    await sql('delete from identity.mails where created_at < ?', [
      new Date(now.getTime() - MAIL_DAYS * 86_400_000),
    ]);
  });
}
