'use client';

import { Suspense, lazy, useSyncExternalStore } from 'react';
import { sessionEnd } from './session-end';

const SessionExpired = lazy(() => import('./session-expired'));

/** Comes before everything once the session has ended. */
export function SessionGate() {
  const isEnded = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isEnded, () => false);
  return isEnded ? (
    <Suspense>
      <SessionExpired />
    </Suspense>
  ) : null;
}
