'use client';

import { Suspense, lazy, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

/**
 * A part that is loaded when somebody asks for it, so that a page comes without it: `trigger` is shown until
 * then and while it loads. The part begins open.
 */
export function onDemand<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  trigger: (props: Props & { onWant: () => void; isLoading: boolean }) => ReactNode,
): ComponentType<Props> {
  const Part = lazy(load);
  return function OnDemand(props: Props) {
    const [isWanted, setWanted] = useState(false);
    if (!isWanted) return trigger({ ...props, onWant: () => setWanted(true), isLoading: false });
    return (
      <Suspense fallback={trigger({ ...props, onWant: () => undefined, isLoading: true })}>
        <Part {...props} />
      </Suspense>
    );
  };
}
