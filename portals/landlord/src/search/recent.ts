'use client';

import { useLocalStorage } from '@mantine/hooks';
import { useSession } from '@/session/session-provider';

const MOST = 6;

/** What this person last looked for here with success, newest first; this browser remembers it. */
export function useRecentSearches(): {
  recent: readonly string[];
  remember: (words: string) => void;
  forget: () => void;
} {
  const { viewer, organization } = useSession();
  const [recent, setRecent, forget] = useLocalStorage<string[]>({
    key: `propertea-searches-${organization.id}-${viewer.id}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    recent,
    remember: (words) => setRecent((before) => withRecent(before, words)),
    forget,
  };
}

/** Puts words first, once, whatever their case. */
export function withRecent(recent: readonly string[], words: string): string[] {
  const text = words.trim();
  if (!text) return [...recent];
  const key = text.toLowerCase();
  return [text, ...recent.filter((one) => one.toLowerCase() !== key)].slice(0, MOST);
}
