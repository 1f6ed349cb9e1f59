'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Fields whose values are words of the schema, and where those are translated. */
const ENUMS: Record<string, string> = {
  type: 'PropertyType',
  category: 'UnitCategory',
  role: 'Role',
  reachKind: 'ReachKind',
  cycle: 'ChargeCycle',
  proration: 'ProrationMethod',
};

/** Numbers that the rooms keep whole, and how many of them make one of what people read. */
const PARTS: Record<string, number> = { bathroomHalves: 2, areaSquareDecimetres: 100 };

/** A field of an object as people call it; its own name where no other is known. */
export function useFieldName(): (field: string) => string {
  const t = useTranslations('history.fields');
  return useCallback(
    (field) => {
      const key = field as Parameters<typeof t.has>[0];
      return t.has(key) ? t(key) : field;
    },
    [t],
  );
}

/** A value of an audit entry as people read it. */
export function useFieldValue(): (field: string, value: unknown) => string {
  const t = useTranslations('enums');
  const format = useFormatter();
  return useCallback(
    (field, value) => {
      if (value === null || value === undefined || value === '') return '—';
      if (typeof value === 'number') {
        // A place on the map is read to the metre.
        return format.number(value / (PARTS[field] ?? 1), { maximumFractionDigits: 6 });
      }
      if (typeof value === 'object') return parts(value).join(', ') || '—';
      if (typeof value !== 'string') return JSON.stringify(value);
      const text = value;
      // The rooms keep some of them in lower case.
      const key = `${ENUMS[field]}.${text.toUpperCase()}` as Parameters<typeof t.has>[0];
      if (ENUMS[field] && t.has(key)) return t(key);
      return /^\d{4}-\d\d-\d\dT/.test(text)
        ? format.dateTime(new Date(text), { dateStyle: 'medium', timeStyle: 'short' })
        : text;
    },
    [t, format],
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What stands in a value of several parts, such as an address or a list of entrances; ids say nothing to people. */
function parts(value: object): string[] {
  return Object.values(value).flatMap((part: unknown) => {
    if (part === null || part === undefined || part === '') return [];
    if (typeof part === 'object') return parts(part).join(' · ');
    if (typeof part === 'string' && UUID.test(part)) return [];
    return typeof part === 'string' ? part : JSON.stringify(part);
  });
}
