'use client';

import { Alert, Button } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { leaseDialog } from '../lease-commands/lease-dialog';
import type { PartProps } from './overview';

const SettleHoldOver = leaseDialog(() => import('../lease-commands/settle-hold-over'));

/** The signed lease that this one, going on at will, stands in the way of, until the office has settled it. */
export function HoldOver({ lease, mayLet, onStale }: PartProps) {
  const t = useTranslations('leasing.page.holdOver');
  const day = useDay();
  const to = useTo();
  const [isAsked, setAsked] = useState(false);
  const { holdOverConflict: conflict } = lease;
  const next = conflict?.futureLease;
  if (!conflict || !next) return null;
  const { settlement } = conflict;
  const link = (chunks: ReactNode) => (
    <UiLink key="link" href={to(`/leases/${next.id}`)}>
      {chunks}
    </UiLink>
  );
  return (
    <>
      <Alert color={settlement ? undefined : 'yellow'} variant="light" p="xs" mb="md">
        {t.rich('what', { number: next.number, date: day(next.startsOn), link })}{' '}
        {settlement && t('settled', { settlement })}
        {!settlement && mayLet && (
          <div>
            <Button
              size="compact-sm"
              variant="default"
              mt="xs"
              aria-haspopup="dialog"
              onClick={() => setAsked(true)}
            >
              {t('settle')}
            </Button>
          </div>
        )}
      </Alert>
      <SettleHoldOver
        lease={lease}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        onStale={onStale}
      />
    </>
  );
}
