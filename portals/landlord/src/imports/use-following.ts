'use client';

import { useEffect, useEffectEvent } from 'react';

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 8_000;
const GROWTH = 1.4;

/**
 * Asks again and again while something is under way, with pauses that grow; not while the page is hidden. Asks
 * once when the page is looked at again, since another tab or another person may have gone on meanwhile.
 */
export function useFollowing(isUnderWay: boolean, ask: () => Promise<unknown>): void {
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    let pause = FIRST_PAUSE_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isOver = false;
    const plan = () => {
      clearTimeout(timer);
      if (!isUnderWay || isOver || document.hidden) return;
      timer = setTimeout(() => void run(), pause);
      pause = Math.min(pause * GROWTH, LONGEST_PAUSE_MS);
    };
    const run = async () => {
      if (isAsking) return;
      isAsking = true;
      try {
        await askNow();
      } finally {
        isAsking = false;
        plan();
      }
    };
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      pause = FIRST_PAUSE_MS;
      void run();
    };
    plan();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [isUnderWay]);
}
