'use client';

import { useLocalStorage } from '@mantine/hooks';
import { useSession } from '@/session/session-provider';
import { withRecent } from './recent-words';

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
    // The value itself: a function would be called too late, after the search has gone.
    remember: (words) => setRecent(withRecent(recent, words)),
    forget,
  };
}
