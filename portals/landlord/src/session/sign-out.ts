import { keepLocale } from '@/i18n/locale-cookie';
import { SIGN_OUT } from './paths';

/** Ends the session here and at the provider, and leaves to where that leads. */
export async function signOut(): Promise<void> {
  const response = await fetch(SIGN_OUT, {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  const { redirectTo } = (await response.json()) as { redirectTo: string };
  // Whoever signs in here next may speak another language.
  keepLocale(null);
  window.location.assign(redirectTo);
}
