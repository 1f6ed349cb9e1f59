import { emailKey } from '../email.js';
import { keepMail } from '../mail/mailbox.js';
import { endSessions, findAccount, type Account } from './account.js';
import { passwordFault, type PasswordFault } from './password-policy.js';
import { hashPassword } from './password.js';
import { hashSecret } from './secret-link.js';
import type { AccountServices, NetworkAddress, Throttled } from './services.js';

/** The account that a reset link belongs to, while it works. */
export async function findReset(
  services: AccountServices,
  secret: string,
): Promise<Account | undefined> {
  return services.store(async (sql) => {
    const [row] = await sql(
      'select account_id from identity.password_resets where secret_hash = ? and expires_at > ?',
      [hashSecret(secret), services.clock.now()],
    );
    return row ? findAccount(sql, String(row.account_id)) : undefined;
  });
}

export type ResetResult =
  | { outcome: 'changed' }
  | { outcome: 'fault'; fault: PasswordFault }
  | { outcome: 'spent' }
  | Throttled;

/** Sets a new password by a link that works once, and ends every session of the account. */
export async function resetPassword(
  services: AccountServices,
  input: { secret: string; password: string; address: NetworkAddress },
): Promise<ResetResult> {
  const { store, clock, throttle, mailman, messages, homeUrl } = services;
  const verdict = await throttle.take('request', input.address);
  if (!verdict.allowed) return { outcome: 'throttled', retryAfter: verdict.retryAfter };
  const account = await findReset(services, input.secret);
  if (!account) return { outcome: 'spent' };
  const fault = passwordFault(input.password, [account.email, account.name]);
  if (fault) return { outcome: 'fault', fault };
  const passwordHash = await hashPassword(input.password);
  const changed = await store(async (sql) => {
    const spent = await sql(
      'delete from identity.password_resets where secret_hash = ? returning account_id',
      [hashSecret(input.secret)],
    );
    if (spent.length === 0) return false;
    await sql(
      'update identity.accounts set password_hash = ?, password_changed_at = ? where id = ?',
      [passwordHash, clock.now(), account.id],
    );
    await sql('delete from identity.password_resets where account_id = ?', [account.id]);
    await endSessions(sql, account.id);
    await keepMail(sql, clock, {
      kind: 'passwordChanged',
      to: account.email,
      subject: messages.mails.passwordChanged.subject,
      text: messages.mails.passwordChanged.text(homeUrl),
    });
    return true;
  });
  if (!changed) return { outcome: 'spent' };
  await throttle.forgive('account', emailKey(account.email));
  mailman.wake();
  return { outcome: 'changed' };
}
