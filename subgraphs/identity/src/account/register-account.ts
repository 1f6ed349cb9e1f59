import { newId } from '@propertea/kernel';
import { emailKey } from '../email.js';
import { keepMail } from '../mail/mailbox.js';
import { findAccountByEmail } from './account.js';
import { hashPassword } from './password.js';
import { newSecret } from './secret-link.js';
import type { AccountServices, NetworkAddress, Throttled } from './services.js';

const LINK_HOURS = 24;

/**
 * Keeps a registration until its link is followed. Answers the same whether or not the address has an
 * account; the mail tells its owner. No account exists before the owner of the address and the one who
 * chose the password have shown to be the same (`confirmRegistration`).
 */
export async function registerAccount(
  services: AccountServices,
  input: {
    email: string;
    name: string;
    password: string;
    address: NetworkAddress;
    linkFor: (secret: string) => string;
  },
): Promise<{ outcome: 'sent' } | Throttled> {
  const { store, clock, throttle, mailman, messages, homeUrl } = services;
  const verdict = await throttle.take('request', input.address);
  if (!verdict.allowed) return { outcome: 'throttled', retryAfter: verdict.retryAfter };
  const key = emailKey(input.email);
  const passwordHash = await hashPassword(input.password);
  const mayMail = (await throttle.take('mail', key)).allowed;
  await store(async (sql) => {
    const existing = await findAccountByEmail(sql, key);
    const now = clock.now();
    const { secret, hash } = newSecret();
    if (!existing && mayMail) {
      await sql(
        `insert into identity.registrations
           (id, secret_hash, email, email_key, name, password_hash, created_at, expires_at)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          newId(),
          hash,
          input.email,
          key,
          input.name,
          passwordHash,
          now,
          new Date(now.getTime() + LINK_HOURS * 3_600_000),
        ],
      );
    }
    if (!mayMail) return;
    const mail = existing ? messages.mails.alreadyRegistered : messages.mails.confirm;
    await keepMail(sql, clock, {
      kind: existing ? 'alreadyRegistered' : 'confirm',
      to: existing?.email ?? input.email,
      subject: mail.subject,
      text: mail.text(existing ? homeUrl : input.linkFor(secret)),
    });
  });
  mailman.wake();
  return { outcome: 'sent' };
}
