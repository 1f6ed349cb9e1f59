'use client';

import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { LeaseAction, LeaseFactsFragment } from '../gql/graphql';
import { leaseDialog } from './lease-dialog';

const DIALOGS = {
  SIGN: leaseDialog(() => import('./sign-lease')),
  ACTIVATE: leaseDialog(() => import('./activate-lease')),
  SEND: leaseDialog(() => import('./send-lease')),
  CHANGE: leaseDialog(() => import('./change-lease')),
  RECORD_MOVE_IN: leaseDialog(() => import('./record-move-in')),
  OFFER_RENEWAL: dialogOnDemand(() => import('./offer-renewal')),
  RECORD_MOVE_OUT: leaseDialog(() => import('./record-move-out')),
  CLOSE: leaseDialog(() => import('./close-lease')),
  SCHEDULE_RENT_CHANGE: leaseDialog(() => import('./schedule-rent-change')),
  GIVE_NOTICE: leaseDialog(() => import('./give-notice')),
  WITHDRAW_NOTICE: leaseDialog(() => import('./withdraw-notice')),
  END: leaseDialog(() => import('./end-lease')),
  CANCEL: leaseDialog(() => import('./cancel-lease')),
} satisfies Record<LeaseAction, unknown>;

const ORDER = Object.keys(DIALOGS) as LeaseAction[];

/** Hard to take back. */
const GRAVE = new Set<LeaseAction>(['END', 'CANCEL']);

/** What can be done with the lease now, in the order in which it is likely to be wanted. */
export function offeredActions(lease: LeaseFactsFragment): LeaseAction[] {
  const done: Partial<Record<LeaseAction, boolean>> = {
    RECORD_MOVE_IN: lease.movedInOn !== null,
    RECORD_MOVE_OUT: lease.movedOutOn !== null,
    OFFER_RENEWAL:
      lease.renewedBy !== null ||
      Boolean(
        lease.renewalOffers?.some(({ state }) => state === 'OFFERED' || state === 'ACCEPTED'),
      ),
  };
  const allowed = new Set(lease.actions);
  return ORDER.filter((action) => allowed.has(action) && !done[action]);
}

/** The buttons of a lease: the likeliest step, and a menu of the others. */
export function LeaseActions({
  lease,
  onStale,
}: {
  lease: LeaseFactsFragment;
  onStale: () => void;
}) {
  const t = useTranslations('leasing.actions');
  const [asked, setAsked] = useState<LeaseAction>();
  const [first, ...others] = offeredActions(lease);
  const close = () => setAsked(undefined);
  return (
    <>
      {first && (
        <Button aria-haspopup="dialog" onClick={() => setAsked(first)}>
          {t(first)}
        </Button>
      )}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((action) => (
              <Menu.Item
                key={action}
                {...(GRAVE.has(action) && { color: 'red' })}
                onClick={() => setAsked(action)}
              >
                {t(action)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {ORDER.map((action) => {
        // What was asked stays while its answer changes what may be asked next.
        const Dialog = DIALOGS[action];
        return (
          <Dialog
            key={action}
            lease={lease}
            isOpen={asked === action}
            onClose={close}
            onStale={onStale}
          />
        );
      })}
    </>
  );
}
