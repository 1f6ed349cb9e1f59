'use client';

import { useState } from 'react';
import type { ComponentType } from 'react';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { LeaseDialogProps } from './props';

/**
 * A dialog about a lease as it was when the dialog was opened: a newer one does not change the form under
 * somebody's hands, and is told of (`isStale`). After the room has refused what was sent, the newer one counts.
 */
export function leaseDialog<Props extends LeaseDialogProps>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Omit<Props, 'isStale' | 'onReload'>> {
  const Dialog = dialogOnDemand(load);
  return function LeaseDialog(given: Omit<Props, 'isStale' | 'onReload'>) {
    const props = given as Props;
    const { lease, isOpen } = props;
    const [seen, setSeen] = useState(lease);
    const [openings, setOpenings] = useState(0);
    const [wasOpen, setWasOpen] = useState(isOpen);
    const [wasTold, setWasTold] = useState(false);
    const isNewer = lease.version > seen.version;
    if (isOpen !== wasOpen) {
      setWasOpen(isOpen);
      setWasTold(false);
    }
    if (seen !== lease && ((isOpen && !wasOpen) || (wasTold && isNewer))) {
      setSeen(lease);
      setWasTold(false);
    }
    return (
      <Dialog
        key={openings}
        {...props}
        lease={isOpen ? seen : lease}
        isStale={isOpen && isNewer}
        onReload={() => {
          setSeen(lease);
          setOpenings(openings + 1);
        }}
        onStale={() => {
          setWasTold(true);
          props.onStale();
        }}
      />
    );
  };
}
