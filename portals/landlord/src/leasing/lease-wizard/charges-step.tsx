'use client';

import { Button, Group, Stack } from '@mantine/core';
import { Section } from '@propertea/ui';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { ChargeKind } from '../gql/graphql';
import { ChargeFields, newCharge } from '../lease-commands/charge-fields';
import type { DraftValues } from './values';

const MOST = 20;

/** What is to be paid: the rent and whatever comes beside it. */
export function ChargesStep(props: { command: CommandForm<DraftValues>; currency: string }) {
  const { form } = props.command;
  const t = useTranslations('leasing.wizard');
  const tKinds = useTranslations('enums.ChargeKind');
  const { chargeTemplates } = form.values;
  const add = (kind: ChargeKind) =>
    form.insertListItem('chargeTemplates', {
      ...newCharge(),
      kind,
      label: tKinds(kind),
      cycle: kind === 'DEPOSIT' ? 'ONCE' : 'MONTHLY',
    });
  return (
    <Stack>
      {chargeTemplates.map((charge, index) => (
        <Section
          key={charge.key}
          title={charge.label || t('charge', { number: index + 1 })}
          actions={
            chargeTemplates.length > 1 && (
              <Button
                size="xs"
                variant="default"
                onClick={() => form.removeListItem('chargeTemplates', index)}
              >
                {t('removeCharge')}
              </Button>
            )
          }
        >
          <ChargeFields
            command={props.command}
            currency={props.currency}
            at={`chargeTemplates.${index}.`}
          />
        </Section>
      ))}
      <Group>
        {(['SERVICE', 'PARKING', 'DEPOSIT', 'OTHER'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={chargeTemplates.length >= MOST}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(kind)}
          >
            {tKinds(kind)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
