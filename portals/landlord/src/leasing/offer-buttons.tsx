'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { OfferFactsFragment } from './gql/graphql';
import type { OfferAnswer } from './lease-commands/answer-offer';
import type { Renewable } from './lease-commands/offer-renewal';

const AnswerOffer = dialogOnDemand(() => import('./lease-commands/answer-offer'));
const OfferRenewal = dialogOnDemand(() => import('./lease-commands/offer-renewal'));

const POSSIBLE: Partial<Record<OfferFactsFragment['state'], readonly OfferAnswer[]>> = {
  OFFERED: ['accept', 'decline', 'withdraw'],
  ACCEPTED: ['sign', 'decline', 'withdraw'],
};

/** What can be done with an offer of a new term. */
export function OfferButtons(props: {
  lease: Renewable;
  offer: OfferFactsFragment;
  onStale: () => void;
}) {
  const { lease, offer, onStale } = props;
  const t = useTranslations('leasing.offers');
  const [asked, setAsked] = useState<OfferAnswer | 'change'>();
  // The dialog keeps what it asks while it closes.
  const [answer, setAnswer] = useState<OfferAnswer>('accept');
  const close = () => setAsked(undefined);
  const possible = POSSIBLE[offer.state] ?? [];
  return (
    <>
      <Group gap="xs">
        {possible.map((one, index) => (
          <Button
            key={one}
            size="xs"
            variant={index === 0 ? 'filled' : 'default'}
            aria-haspopup="dialog"
            onClick={() => {
              setAnswer(one);
              setAsked(one);
            }}
          >
            {t(one)}
          </Button>
        ))}
        {offer.state === 'OFFERED' && (
          <Button
            size="xs"
            variant="default"
            aria-haspopup="dialog"
            onClick={() => setAsked('change')}
          >
            {t('change')}
          </Button>
        )}
      </Group>
      <AnswerOffer
        answer={answer}
        number={lease.number}
        offer={offer}
        isOpen={asked !== undefined && asked !== 'change'}
        onClose={close}
        onStale={onStale}
      />
      <OfferRenewal
        lease={lease}
        offer={offer}
        isOpen={asked === 'change'}
        onClose={close}
        onStale={onStale}
      />
    </>
  );
}
