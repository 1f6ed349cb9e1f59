import 'server-only';
import { headers } from 'next/headers';
import { isLocale } from '@/i18n/locales';
import type { Locale } from '@/i18n/locales';
import { readSession } from './read-session';

/**
 * The language that the person of this page request once chose, where it is one of ours; undefined where
 * nobody has to be signed in, and for people who never changed what was assumed of them.
 */
export async function ownLocale(): Promise<Locale | undefined> {
  const path = (await headers()).get('x-portal-path')?.split('?')[0] ?? '';
  const organization = /^\/(org_[0-9A-Z]+)(?:\/|$)/.exec(path)?.[1];
  if (!organization && path !== '/') return undefined;
  try {
    const { data } = await readSession(organization);
    const viewer = data?.viewer;
    return viewer && viewer.version > 1 && isLocale(viewer.locale) ? viewer.locale : undefined;
  } catch {
    // Whoever is not signed in is sent to sign in by the page itself.
    return undefined;
  }
}
