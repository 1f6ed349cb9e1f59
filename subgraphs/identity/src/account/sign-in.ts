import { emailKey } from '../email.js';
import { findAccountByEmail, type Account } from './account.js';
import { hashPassword, verifyPassword } from './password.js';
import type { AccountServices, NetworkAddress, Throttled } from './services.js';

export type SignInResult =
  | { outcome: 'signed-in'; account: Account }
  | { outcome: 'refused' }
  | Throttled;

/**
 * Checks an address and a password. Nothing in the answer or in its time tells whether anybody has
 * that address.
 */
export async function signIn(
  services: AccountServices,
  input: { email: string; password: string; address: NetworkAddress },
): Promise<SignInResult> {
  const { store, throttle } = services;
  const key = emailKey(input.email);
  for (const [kind, value] of [
    ['address', input.address],
    ['account', key],
  ] as const) {
    const verdict = await throttle.take(kind, value);
    if (!verdict.allowed) return { outcome: 'throttled', retryAfter: verdict.retryAfter };
  }
  const account = await store((sql) => findAccountByEmail(sql, key));
  const { matches, isOutdated } = await verifyPassword(
    input.password,
    account?.passwordHash ?? null,
  );
  if (!account || !matches) return { outcome: 'refused' };
  await throttle.forgive('account', key);
  await throttle.undo('address', input.address);
  if (isOutdated) {
    const upgraded = await hashPassword(input.password);
    await store((sql) =>
      sql('update identity.accounts set password_hash = ? where id = ? and password_hash = ?', [
        upgraded,
        account.id,
        account.passwordHash,
      ]),
    );
  }
  return { outcome: 'signed-in', account };
}
