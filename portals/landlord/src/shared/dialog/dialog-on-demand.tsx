'use client';

import { Suspense, lazy, useEffect, useState } from 'react';
import type { ComponentType } from 'react';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/**
 * A dialog that is loaded when it is first opened, so that a page comes without it. Each opening begins anew,
 * and closing gives the focus back to where it was.
 */
export function dialogOnDemand<Props extends DialogProps>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const Part = lazy(load);
  function Opening(props: Props) {
    // A modal remembers what had the focus when it turns from closed to open, not when it begins open.
    const [isReady, setReady] = useState(false);
    useEffect(() => setReady(true), []);
    return <Part {...props} isOpen={props.isOpen && isReady} />;
  }
  return function DialogOnDemand(props: Props) {
    const [openings, setOpenings] = useState(0);
    const [wasOpen, setWasOpen] = useState(false);
    if (props.isOpen !== wasOpen) {
      setWasOpen(props.isOpen);
      if (props.isOpen) setOpenings(openings + 1);
    }
    if (openings === 0) return null;
    return (
      <Suspense>
        <Opening key={openings} {...props} />
      </Suspense>
    );
  };
}
