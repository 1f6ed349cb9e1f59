'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { addDays, addMonths } from '@/shared/days/days';
import { useToday } from '@/shared/days/use-days';
import { FIELD } from '@/shared/forms/field';
import { MoneyInput } from '@/shared/money/money-input';
import { NO_CURRENCY } from '@/shared/money/money';
import { notify } from '@/shell/notify';
import { ChangeRenewalOfferDocument, OfferRenewalDocument } from '../gql/graphql';
import type { OfferFactsFragment } from '../gql/graphql';
import { offerRenewal as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

const DAYS_TO_ANSWER = 30;
const MONTHS = 12;

/** What an offer needs to know of its lease. */
export type Renewable = Pick<
  LeaseDialogProps['lease'],
  'id' | 'version' | 'number' | 'endsOn' | 'rent' | 'property'
>;

type OfferProps = Omit<LeaseDialogProps, 'lease'> & {
  lease: Renewable;
  /** The offer that is changed; a new one without. */
  offer?: OfferFactsFragment | undefined;
};

/** Offers the tenants a new term of the lease, or changes what was offered (R27). */
export default function OfferRenewal({ lease, offer, ...props }: OfferProps) {
  const t = useTranslations(`leasing.commands.${offer ? 'changeOffer' : 'offer'}`);
  const tFields = useTranslations('leasing.fields');
  const send = useSend();
  const today = useToday(lease.property?.timeZone);
  const { id: leaseId, version, number } = lease;
  const startsOn = lease.endsOn ? addDays(lease.endsOn, 1) : addMonths(today, 1);
  const currency = lease.rent?.currency ?? lease.property?.currency ?? NO_CURRENCY;
  return (
    <CommandDialog
      {...props}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{
        startsOn: offer?.startsOn ?? startsOn,
        endsOn: offer ? (offer.endsOn ?? '') : addDays(addMonths(startsOn, MONTHS), -1),
        rentMinor: (offer?.rent ?? lease.rent)?.amountMinor ?? null,
        expiresOn: offer?.expiresOn ?? addDays(today, DAYS_TO_ANSWER),
        note: offer?.note ?? '',
      }}
      send={({ rentMinor, endsOn, note, ...values }) => {
        const terms = {
          ...values,
          rentMinor: rentMinor ?? 0,
          endsOn: endsOn || null,
          note: textOrNull(note),
        };
        return offer
          ? send(ChangeRenewalOfferDocument, {
              renewalOfferId: offer.id,
              version: offer.version,
              ...terms,
            })
          : send(OfferRenewalDocument, { leaseId, version, ...terms });
      }}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {({ form, field }) => (
        <>
          <MoneyInput
            label={tFields('rent')}
            currency={currency}
            required
            {...form.getInputProps('rentMinor')}
          />
          <DayInput
            label={tFields('startsOn')}
            readOnly={lease.endsOn !== null}
            {...form.getInputProps('startsOn')}
          />
          <DayInput
            label={tFields('endsOn')}
            description={tFields('endsOnWhat')}
            min={form.values.startsOn}
            {...form.getInputProps('endsOn')}
          />
          <DayInput
            label={tFields('expiresOn')}
            min={today}
            {...field('expiresOn')}
            {...form.getInputProps('expiresOn')}
          />
          <TextInput
            {...FIELD}
            label={tFields('note')}
            autoComplete="off"
            {...field('note')}
            {...form.getInputProps('note')}
          />
        </>
      )}
    </CommandDialog>
  );
}
