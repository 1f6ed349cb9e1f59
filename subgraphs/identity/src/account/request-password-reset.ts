import { emailKey } from '../email.js';
import { keepMail } from '../mail/mailbox.js';
import { findAccountByEmail } from './account.js';
import { newSecret } from './secret-link.js';
import type { AccountServices, NetworkAddress, Throttled } from './services.js';

const LINK_MINUTES = 60;

/** Sends a link to choose a new password. The answer is the same whether or not there is an account. */
export async function requestPasswordReset(
  services: AccountServices,
  input: { email: string; address: NetworkAddress; linkFor: (secret: string) => string },
): Promise<{ outcome: 'sent' } | Throttled> {
  const { store, clock, throttle, mailman, messages, homeUrl } = services;
  const verdict = await throttle.take('request', input.address);
  if (!verdict.allowed) return { outcome: 'throttled', retryAfter: verdict.retryAfter };
  const key = emailKey(input.email);
  if (!(await throttle.take('mail', key)).allowed) return { outcome: 'sent' };
  await store(async (sql) => {
    const account = await findAccountByEmail(sql, key);
    const { secret, hash } = newSecret();
    const now = clock.now();
    if (account) {
      await sql('delete from identity.password_resets where account_id = ?', [account.id]);
      await sql(
        `insert into identity.password_resets (secret_hash, account_id, created_at, expires_at)
         values (?, ?, ?, ?)`,
        [hash, account.id, now, new Date(now.getTime() + LINK_MINUTES * 60_000)],
      );
    }
    const mail = account ? messages.mails.reset : messages.mails.noAccount;
    await keepMail(sql, clock, {
      kind: account ? 'reset' : 'noAccount',
      to: account?.email ?? input.email,
      subject: mail.subject,
      text: mail.text(account ? input.linkFor(secret) : homeUrl),
    });
  });
  mailman.wake();
  return { outcome: 'sent' };
}
