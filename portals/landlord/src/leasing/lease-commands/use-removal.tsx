'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import { leaseDialog } from './lease-dialog';
import type { LeaseDialogProps } from './props';
import type { Part } from './remove-part';

const RemovePart = leaseDialog(() => import('./remove-part'));

/** Asks before a part of a lease is taken out of it: `remove` asks, `question` is to be shown. */
export function useRemoval(of: Pick<LeaseDialogProps, 'lease' | 'onStale'>): {
  remove: (part: Part) => void;
  question: ReactNode;
} {
  const [part, setPart] = useState<Part>();
  const [isAsked, setAsked] = useState(false);
  return {
    remove(one) {
      setPart(one);
      setAsked(true);
    },
    // It keeps what it is about while it closes.
    question: part && (
      <RemovePart {...of} part={part} isOpen={isAsked} onClose={() => setAsked(false)} />
    ),
  };
}
