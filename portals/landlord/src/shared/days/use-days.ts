'use client';

import { useFormatter, useNow, useTimeZone } from 'next-intl';
import { useCallback } from 'react';

/** A calendar day as people read it; empty for none. */
export function useDay(): (day: string | null | undefined) => string {
  const format = useFormatter();
  return useCallback(
    (day) =>
      day
        ? format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
        : '',
    [format],
  );
}

/** The day it is in a time zone, without one where the person is. */
export function useToday(place?: string | null): string {
  const own = useTimeZone();
  const timeZone = place ?? own;
  return new Intl.DateTimeFormat('en-CA', timeZone ? { timeZone } : {}).format(useNow());
}
