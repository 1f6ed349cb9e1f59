'use client';

import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { EmptyState, Section, UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { useMoney } from '@/shared/money/use-money';
import { OfferButtons } from '../offer-buttons';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { offeredActions } from '../lease-commands/lease-actions';
import type { PartProps } from './overview';

const OfferRenewal = dialogOnDemand(() => import('../lease-commands/offer-renewal'));

/** The terms that were offered to follow this one, and what became of them (R27). */
export default function Renewals({ lease, mayLet, onStale }: PartProps) {
  const t = useTranslations('leasing.page.renewals');
  const tEnums = useTranslations('enums');
  const day = useDay();
  const money = useMoney();
  const to = useTo();
  const [isOffering, setOffering] = useState(false);
  const offers = lease.renewalOffers ?? [];
  const mayOffer = mayLet && offeredActions(lease).includes('OFFER_RENEWAL');
  const offer = mayOffer && (
    <Button variant="default" onClick={() => setOffering(true)} aria-haspopup="dialog">
      {t('offer')}
    </Button>
  );
  return (
    <>
      {offers.length === 0 && (
        <EmptyState title={t('empty')} action={offer}>
          {t('emptyWhat')}
        </EmptyState>
      )}
      {offers.length > 0 && (
        <Section title={t('title')} actions={offer}>
          <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {offers.map((one) => (
              <Group key={one.id} component="li" justify="space-between">
                <Stack gap={0}>
                  <Group gap="xs">
                    <Text fw={600}>{money(one.rent)}</Text>
                    <Badge variant="light">{tEnums(`RenewalState.${one.state}`)}</Badge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    {`${day(one.startsOn)} – ${one.endsOn ? day(one.endsOn) : t('openEnded')}`}
                    {' · '}
                    {t('expires', { date: day(one.expiresOn) })}
                  </Text>
                  {one.note && <Text size="sm">{one.note}</Text>}
                  {one.newLease && (
                    <UiLink href={to(`/leases/${one.newLease.id}`)}>{one.newLease.number}</UiLink>
                  )}
                </Stack>
                {mayLet && <OfferButtons lease={lease} offer={one} onStale={onStale} />}
              </Group>
            ))}
          </Stack>
        </Section>
      )}
      <OfferRenewal
        lease={lease}
        isOpen={isOffering}
        onClose={() => setOffering(false)}
        onStale={onStale}
      />
    </>
  );
}
