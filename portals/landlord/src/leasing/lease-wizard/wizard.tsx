'use client';

import { Alert, Button, Group, Stack, Stepper } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { addDays, addMonths, firstOfMonth } from '@/shared/days/days';
import { useToday } from '@/shared/days/use-days';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import { NO_CURRENCY } from '@/shared/money/money';
import { notify } from '@/shell/notify';
import { ActivateLeaseDocument, CreateLeaseDocument, SignLeaseDocument } from '../gql/graphql';
import type { LeaseFactsFragment, LeaseUnitFragment } from '../gql/graphql';
import { createLease as rules } from '../gql/rules';
import { useSend } from '../lease-commands/use-send';
import { ChargesStep } from './charges-step';
import { PartiesStep } from './parties-step';
import { Preview } from './preview';
import { ReviewStep } from './review-step';
import { TermsStep } from './terms-step';
import { UnitStep } from './unit-step';
import { STEPS, draftInput, newDraft, stepOf } from './values';
import type { DraftValues, Step } from './values';

const MONTHS = 12;

/** From a unit to a lease, step by step, beside what it would charge. */
export function Wizard(props: { unit: LeaseUnitFragment | null }) {
  const t = useTranslations('leasing.wizard');
  const router = useRouter();
  const to = useTo();
  const today = useToday();
  const send = useSend();
  const [unit, setUnit] = useState(props.unit);
  const [step, setStep] = useState<Step>('unit');
  const [isSigned, setSigned] = useState(false);
  const startsOn = firstOfMonth(addMonths(today, 1));
  const initial = newDraft(startsOn, addDays(addMonths(startsOn, MONTHS), -1), t('rent'));
  const command = useCommandForm<DraftValues>({
    rules,
    initial: props.unit ? withUnit(initial, props.unit) : initial,
    async send(values) {
      const made = await send(CreateLeaseDocument, draftInput(values));
      const lease = made?.lease;
      const [first] = made?.errors ?? [];
      if (first) setStep(stepOf(first.path.filter((part) => part !== 'input').join('.')));
      if (!lease) return made?.errors;
      const reached = isSigned ? await sign(lease) : lease;
      router.push(to(`/leases/${lease.id}`));
      const key = reached.state === 'DRAFT' ? 'drafted' : 'signed';
      void notify({ message: t(key, { number: lease.number }) });
      return [];
    },
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);

  /** What is not possible stays undone and is told: the draft is there. */
  const sign = async (lease: LeaseFactsFragment): Promise<LeaseFactsFragment> => {
    const signed = await send(SignLeaseDocument, { leaseId: lease.id, version: lease.version });
    if (!signed?.lease) {
      const message = signed?.errors.map((error) => error.message).join(' ');
      void notify({ message: t('notSigned', { message: message ?? '' }), isFailure: true });
      return lease;
    }
    if (!signed.lease.actions.includes('ACTIVATE')) return signed.lease;
    const { version } = signed.lease;
    const active = await send(ActivateLeaseDocument, { leaseId: lease.id, version });
    return active?.lease ?? signed.lease;
  };
  const choose = (one: LeaseUnitFragment | null) => {
    setUnit(one);
    form.setValues(one ? withUnit(form.getValues(), one) : { unitId: '' });
  };
  /** Whether what the steps up to this one ask for is in order; shows what is not. */
  const isSound = (upTo: Step): boolean => {
    const { errors } = form.validate();
    const until = STEPS.indexOf(upTo);
    // What is still to be asked for is not wrong yet.
    const kept = Object.entries(errors).filter(([path]) => STEPS.indexOf(stepOf(path)) <= until);
    form.setErrors(Object.fromEntries(kept));
    const [wrong] = kept[0] ?? [];
    if (wrong !== undefined) setStep(stepOf(wrong));
    return wrong === undefined;
  };
  const go = (next: Step) => {
    const before = STEPS[STEPS.indexOf(next) - 1];
    if (!before || isSound(before)) setStep(next);
  };
  const index = STEPS.indexOf(step);
  const next = STEPS[index + 1];
  const previous = STEPS[index - 1];
  const currency = unit?.property?.currency ?? unit?.baseRent?.currency ?? NO_CURRENCY;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        if (next) {
          event.preventDefault();
          go(next);
        } else command.submit(event);
      }}
    >
      <Stack maw="70rem">
        <Stepper
          active={index}
          onStepClick={(at) => go(STEPS[at] ?? 'unit')}
          size="sm"
          iconSize={32}
          allowNextStepsSelect={false}
        >
          {STEPS.map((one) => (
            <Stepper.Step key={one} label={t(`steps.${one}`)} />
          ))}
        </Stepper>
        {step === 'unit' && (
          <UnitStep unit={unit} error={form.errors['unitId']} onChoose={choose} />
        )}
        {step === 'parties' && <PartiesStep command={command} />}
        {step === 'terms' && <TermsStep command={command} />}
        {step === 'charges' && <ChargesStep command={command} currency={currency} />}
        {step === 'review' && <ReviewStep values={form.values} unit={unit} />}
        {(step === 'terms' || step === 'charges' || step === 'review') && (
          <Preview values={form.values} />
        )}
        {command.failure && (
          <Alert color="red" variant="light" role="alert">
            {command.failure}
          </Alert>
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            onClick={() => (previous ? setStep(previous) : router.push(to('/leases')))}
          >
            {previous ? t('back') : t('cancel')}
          </Button>
          {next ? (
            <Button type="submit">{t('next')}</Button>
          ) : (
            <Group>
              <Button
                type="submit"
                variant="default"
                loading={command.isSending && !isSigned}
                onClick={() => setSigned(false)}
              >
                {t('saveDraft')}
              </Button>
              <Button
                type="submit"
                loading={command.isSending && isSigned}
                onClick={() => setSigned(true)}
              >
                {t('saveSigned')}
              </Button>
            </Group>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** A unit brings what it should cost as its rent, where none was said. */
function withUnit(values: DraftValues, { unit, baseRent }: LeaseUnitFragment): DraftValues {
  const chargeTemplates = values.chargeTemplates.map((charge) =>
    charge.kind === 'RENT' && charge.amountMinor === null && baseRent
      ? { ...charge, amountMinor: baseRent.amountMinor }
      : charge,
  );
  return { ...values, unitId: unit?.id ?? '', chargeTemplates };
}
