import { newId } from '@propertea/kernel';
import type { Sql } from '../platform-store.js';
import { insertAccount, type Account } from './account.js';
import { verifyPassword } from './password.js';
import { hashSecret } from './secret-link.js';
import type { AccountServices, NetworkAddress, Throttled } from './services.js';

export interface Registration {
  id: string;
  email: string;
  emailKey: string;
  name: string;
  passwordHash: string;
}

/** The registration that a link belongs to, while it works. */
export async function findRegistration(
  services: AccountServices,
  secret: string,
): Promise<Registration | undefined> {
  const [row] = await services.store((sql) => read(sql, secret, services.clock.now()));
  if (!row) return undefined;
  return {
    id: String(row.id),
    email: String(row.email),
    emailKey: String(row.email_key),
    name: String(row.name),
    passwordHash: String(row.password_hash),
  };
}

function read(sql: Sql, secret: string, now: Date) {
  return sql(
    `select id, email, email_key, name, password_hash from identity.registrations
     where secret_hash = ? and expires_at > ?`,
    [hashSecret(secret), now],
  );
}

export type ConfirmResult =
  | { outcome: 'confirmed'; account: Account }
  | { outcome: 'wrong-password'; registration: Registration }
  | { outcome: 'spent' }
  | Throttled;

/**
 * Makes the account of a registration. Asks for its password again: otherwise somebody could register
 * with another person's address, wait for that person to follow the link, and share the account.
 */
export async function confirmRegistration(
  services: AccountServices,
  input: { secret: string; password: string; address: NetworkAddress },
): Promise<ConfirmResult> {
  const { store, clock, throttle } = services;
  const registration = await findRegistration(services, input.secret);
  if (!registration) return { outcome: 'spent' };
  for (const [kind, value] of [
    ['address', input.address],
    ['account', registration.emailKey],
  ] as const) {
    const verdict = await throttle.take(kind, value);
    if (!verdict.allowed) return { outcome: 'throttled', retryAfter: verdict.retryAfter };
  }
  const { matches } = await verifyPassword(input.password, registration.passwordHash);
  if (!matches) return { outcome: 'wrong-password', registration };
  const account = await store(async (sql) => {
    await sql('delete from identity.registrations where email_key = ?', [registration.emailKey]);
    return insertAccount(sql, { ...registration, id: newId() }, clock.now());
  });
  if (!account) return { outcome: 'spent' };
  await throttle.forgive('account', registration.emailKey);
  await throttle.undo('address', input.address);
  return { outcome: 'confirmed', account };
}
