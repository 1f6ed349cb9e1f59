'use client';

import { Suspense, lazy, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
    useFocusBack(props.isOpen);
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

/** Later than a modal's own attempt to give the focus back. */
const AFTER_MODAL_MS = 30;

/**
 * Gives the focus back to where it was when the dialog was asked for. A modal of a busy page looks for that
 * place only when the focus is in the modal already, and then gives it back to nowhere.
 */
function useFocusBack(isOpen: boolean): void {
  const opener = useRef<Element>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (isOpen) {
      opener.current = activeElement;
      return undefined;
    }
    const timer = setTimeout(() => {
      const now = document.activeElement;
      const isLost = now === document.body || now === activeElement;
      if (isLost && opener.current instanceof HTMLElement) {
        opener.current.focus({ preventScroll: true });
      }
      opener.current = null;
    }, AFTER_MODAL_MS);
    return () => clearTimeout(timer);
  }, [isOpen]);
}
