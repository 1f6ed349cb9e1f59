'use client';

import { useSyncExternalStore } from 'react';

/** The list of units that was seen last: what it was asked for, and which units it showed, in their order. */
export interface UnitTrail {
  /** The query of its address, with the question mark if there is any. */
  query: string;
  ids: readonly string[];
}

const listeners = new Set<() => void>();
let read: { key: string; text: string | null; trail: UnitTrail | null } | undefined;

const keyOf = (organization: string) => `propertea-unit-trail-${organization}`;

/** Remembers, for this tab, the list from which somebody goes on to single units. */
export function rememberUnits(organization: string, trail: UnitTrail): void {
  try {
    sessionStorage.setItem(keyOf(organization), JSON.stringify(trail));
  } catch {
    // Full or forbidden: there is then no way to the next unit, and nothing else is missing.
  }
  for (const listener of listeners) listener();
}

/** The list that this tab has seen last, if any. */
export function useUnitTrail(organization: string): UnitTrail | null {
  return useSyncExternalStore(
    subscribe,
    () => stored(keyOf(organization)),
    () => null,
  );
}

/** The units before and after one in a list, and its place from 1; undefined where it is not in it. */
export function placeIn(trail: UnitTrail | null, id: string) {
  const index = trail?.ids.indexOf(id) ?? -1;
  if (!trail || index < 0) return undefined;
  return {
    previous: trail.ids[index - 1],
    next: trail.ids[index + 1],
    position: index + 1,
    count: trail.ids.length,
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(key: string): UnitTrail | null {
  let text: string | null = null;
  try {
    text = sessionStorage.getItem(key);
  } catch {
    return null;
  }
  if (read?.key !== key || read.text !== text) {
    read = { key, text, trail: text ? (JSON.parse(text) as UnitTrail) : null };
  }
  return read.trail;
}
