'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { FIELD } from '@/shared/forms/field';
import { notify } from '@/shell/notify';
import {
  AcceptRenewalDocument,
  DeclineRenewalDocument,
  SignRenewalDocument,
  WithdrawRenewalDocument,
} from '../gql/graphql';
import { acceptRenewal as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import { useSend } from './use-send';

export const ANSWERS = ['accept', 'decline', 'withdraw', 'sign'] as const;
export type OfferAnswer = (typeof ANSWERS)[number];

/** Answers an offer of a new term in one of the ways there are. */
export default function AnswerOffer(
  props: DialogProps & {
    answer: OfferAnswer;
    number: string;
    offer: { id: string; version: number };
    onStale: () => void;
  },
) {
  const { answer, number, offer, ...rest } = props;
  const t = useTranslations(`leasing.commands.${answer}Offer`);
  const tFields = useTranslations('leasing.fields');
  const send = useSend();
  const which = { renewalOfferId: offer.id, version: offer.version };
  return (
    <CommandDialog
      {...rest}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{ reason: '' }}
      send={({ reason }) => {
        const input = { ...which, reason: textOrNull(reason) };
        const senders = {
          accept: () => send(AcceptRenewalDocument, input),
          decline: () => send(DeclineRenewalDocument, input),
          withdraw: () => send(WithdrawRenewalDocument, input),
          sign: () => send(SignRenewalDocument, which),
        };
        return senders[answer]();
      }}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) =>
        answer !== 'sign' && (
          <TextInput
            {...FIELD}
            label={tFields('note')}
            autoComplete="off"
            {...field('reason')}
            {...form.getInputProps('reason')}
            data-autofocus
          />
        )
      }
    </CommandDialog>
  );
}
