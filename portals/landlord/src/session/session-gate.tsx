'use client';

import { Suspense, lazy, useSyncExternalStore } from 'react';
import { sessionEnd } from './session-end';

const SessionExpired = lazy(() => import('./session-expired'));

/** Comes before everything once the session of this person has ended. */
export function SessionGate({ email }: { email: string }) {
  const isEnded = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isEnded, () => false);
  return isEnded ? (
    <Suspense>
      <SessionExpired email={email} />
    </Suspense>
  ) : null;
}
