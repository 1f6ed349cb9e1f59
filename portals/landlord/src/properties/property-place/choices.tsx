'use client';

import { Suspense, lazy, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import type { ChoiceProps } from './choice';
import { ChoiceToCome } from './choice';

export const CountryChoice = inBrowser(() => import('./country-select'));
export const TimeZoneChoice = inBrowser(() => import('./time-zone-select'));

const never = () => () => undefined;

/** The browser's names of countries and zones are not those of the server: they are written by the browser alone. */
function inBrowser(load: () => Promise<{ default: ComponentType<ChoiceProps> }>) {
  const Part = lazy(load);
  return function InBrowser(props: ChoiceProps) {
    const isBrowser = useSyncExternalStore(
      never,
      () => true,
      () => false,
    );
    const toCome = <ChoiceToCome {...props} />;
    return isBrowser ? (
      <Suspense fallback={toCome}>
        <Part {...props} />
      </Suspense>
    ) : (
      toCome
    );
  };
}
