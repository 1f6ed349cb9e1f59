'use client';

import { Alert, Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { DayInput } from '@/shared/days/day-input';
import { useDay, useToday } from '@/shared/days/use-days';
import { FIELD } from '@/shared/forms/field';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { useErrorText } from '@/shared/forms/use-error-text';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { notify } from '@/shell/notify';
import { GiveNoticeDocument, WithdrawNoticeDocument } from '../gql/graphql';
import type { EarliestNoticeEndQuery, NoticeGiver } from '../gql/graphql';
import { useEarliestNoticeEndQuery } from '../gql/hooks';
import { giveNotice as rules } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

const GIVERS: readonly NoticeGiver[] = ['TENANT', 'LANDLORD'];

interface Values extends Record<string, unknown> {
  givenBy: NoticeGiver;
  receivedOn: string;
  endsOn: string;
  reason: string;
  agreement: string;
}

type Proposal = NonNullable<EarliestNoticeEndQuery['earliestNoticeEnd']>;

/** Gives notice of a lease; the law of the place proposes its last day (R30). */
export default function GiveNotice({ lease, ...props }: LeaseDialogProps) {
  const t = useTranslations('leasing.commands.giveNotice');
  const send = useSend();
  const today = useToday(lease.property?.timeZone);
  const errorText = useErrorText();
  const failureText = useFailureText();
  const { id: leaseId, version, number } = lease;
  const undo = async (now: number) => {
    try {
      const [problem] =
        (await send(WithdrawNoticeDocument, { leaseId, version: now }))?.errors ?? [];
      if (problem) void notify({ message: errorText(problem), isFailure: true });
      else void notify({ message: t('undone', { number }) });
    } catch (failure) {
      void notify({ message: failureText(failure), isFailure: true });
    }
  };
  return (
    <CommandDialog<Values>
      {...props}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{ givenBy: 'TENANT', receivedOn: today, endsOn: '', reason: '', agreement: '' }}
      send={async ({ reason, agreement, ...values }) => {
        const answer = await send(GiveNoticeDocument, {
          leaseId,
          version,
          ...values,
          reason: textOrNull(reason),
          agreement: textOrNull(agreement),
        });
        const given = answer?.lease;
        if (given) {
          const action = { label: t('undo'), run: () => void undo(given.version) };
          void notify({ message: t('done', { number }), action });
        }
        return answer;
      }}
    >
      {(command) => <Fields command={command} leaseId={leaseId} today={today} />}
    </CommandDialog>
  );
}

function Fields(props: { command: CommandForm<Values>; leaseId: string; today: string }) {
  const { form, field } = props.command;
  const t = useTranslations('leasing.commands.giveNotice');
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums');
  const { givenBy, receivedOn, endsOn } = form.values;
  const { data } = useEarliestNoticeEndQuery({
    variables: { leaseId: props.leaseId, givenBy, receivedOn },
    skip: !receivedOn,
  });
  const proposal = data?.earliestNoticeEnd ?? null;
  const earliest = proposal?.earliestEndOn ?? '';
  // What the law proposes is taken over until somebody chooses another day.
  const propose = useEffectEvent(() => {
    if (!form.isTouched('endsOn')) form.setValues({ endsOn: earliest });
  });
  useEffect(() => {
    if (earliest) propose();
  }, [earliest]);
  return (
    <>
      <NativeSelect
        {...FIELD}
        label={t('givenBy')}
        data={GIVERS.map((value) => ({ value, label: tEnums(`NoticeGiver.${value}`) }))}
        {...form.getInputProps('givenBy')}
        data-autofocus
      />
      <DayInput
        label={t('receivedOn')}
        max={props.today}
        {...field('receivedOn')}
        {...form.getInputProps('receivedOn')}
      />
      <DayInput
        label={tFields('lastDay')}
        min={receivedOn}
        {...field('endsOn')}
        {...form.getInputProps('endsOn')}
      />
      {proposal && (
        <Law
          proposal={proposal}
          isTaken={endsOn === earliest}
          onTake={() => form.setFieldValue('endsOn', earliest)}
        />
      )}
      <TextInput
        {...FIELD}
        label={tFields('reason')}
        description={proposal?.rule ? undefined : t('reasonWhat')}
        autoComplete="off"
        {...field('reason')}
        {...form.getInputProps('reason')}
      />
      <TextInput
        {...FIELD}
        label={t('agreement')}
        description={t('agreementWhat')}
        autoComplete="off"
        {...field('agreement')}
        {...form.getInputProps('agreement')}
      />
    </>
  );
}

function Law(props: { proposal: Proposal; isTaken: boolean; onTake: () => void }) {
  const t = useTranslations('leasing.commands.giveNotice');
  const day = useDay();
  const { rule, earliestEndOn, isEnforced } = props.proposal;
  if (!rule || !earliestEndOn) return <Alert variant="light">{t('noLaw')}</Alert>;
  return (
    <Alert variant="light" title={t('earliest', { date: day(earliestEndOn) })}>
      {`${rule.statute}: ${rule.text}`} {!isEnforced && t('unverified')}
      {!props.isTaken && (
        <div>
          <Button size="compact-sm" variant="default" mt="xs" onClick={props.onTake}>
            {t('take')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
