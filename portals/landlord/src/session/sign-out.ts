import { SIGN_OUT } from './paths';

/** Ends the session here and at the provider, and leaves to where that leads. */
export async function signOut(): Promise<void> {
  const response = await fetch(SIGN_OUT, {
    method: 'POST',
    headers: { accept: 'application/json' },
  });
  const { redirectTo } = (await response.json()) as { redirectTo: string };
  window.location.assign(redirectTo);
}
