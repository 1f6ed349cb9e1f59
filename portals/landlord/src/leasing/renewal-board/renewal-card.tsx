'use client';

import { Button, Card, Stack, Text } from '@mantine/core';
import { TextLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession, useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import { useMoney } from '@/shared/money/use-money';
import type { RenewalCardFragment } from '../gql/graphql';
import { OfferButtons } from '../offer-buttons';
import { offerOf, stageOf } from './stages';

const OfferRenewal = dialogOnDemand(() => import('../lease-commands/offer-renewal'));

/** One lease that ends soon: who and where, until when, what was offered, and the next step. */
export function RenewalCard(props: { lease: RenewalCardFragment; onStale: () => void }) {
  const { lease, onStale } = props;
  const t = useTranslations('leasing.board');
  const day = useDay();
  const money = useMoney();
  const to = useTo();
  const { rights } = useSession();
  const [isOffering, setOffering] = useState(false);
  const { property, company, renewedBy } = lease;
  const mayLet = rights.mayLet({ companyId: company?.id, propertyId: property?.id });
  const stage = stageOf(lease);
  const offer = offerOf(lease);
  const tenants = lease.parties.filter(({ role }) => role === 'TENANT');
  const mayOffer = stage === 'open' || stage === 'declined';
  return (
    <Card withBorder padding="xs" bg="var(--mantine-color-body)">
      <Stack gap={4} align="flex-start">
        <TextLink href={to(`/leases/${lease.id}`)} isStrong>
          {lease.unit?.reference ?? lease.number}
        </TextLink>
        <Text size="sm">{tenants.map(({ name }) => name).join(', ')}</Text>
        <Text size="sm" c="dimmed">
          {t('ends', { date: day(lease.endsOn), rent: money(lease.rent) })}
        </Text>
        {offer && stage !== 'open' && (
          <Text size="sm">
            {t('offer', { rent: money(offer.rent), date: day(offer.expiresOn) })}
          </Text>
        )}
        {renewedBy && <TextLink href={to(`/leases/${renewedBy.id}`)}>{renewedBy.number}</TextLink>}
        {mayLet && mayOffer && (
          <Button size="xs" aria-haspopup="dialog" onClick={() => setOffering(true)}>
            {t('makeOffer')}
          </Button>
        )}
        {mayLet && offer && !mayOffer && (
          <OfferButtons lease={lease} offer={offer} onStale={onStale} />
        )}
      </Stack>
      <OfferRenewal
        lease={lease}
        isOpen={isOffering}
        onClose={() => setOffering(false)}
        onStale={onStale}
      />
    </Card>
  );
}
