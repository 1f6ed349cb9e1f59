'use client';

import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { randomId } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { useToday } from '@/shared/days/use-days';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { RecordMoveInDocument, RecordMoveOutDocument } from '../gql/graphql';
import { recordMoveIn, recordMoveOut } from '../gql/rules';
import { CommandDialog } from './command-dialog';
import { textOrNull } from './props';
import type { LeaseDialogProps } from './props';
import { useSend } from './use-send';

interface Item {
  /** Tells the items apart while they come and go. */
  key: string;
  label: string;
  isDone: boolean;
  note: string;
}

interface Values extends Record<string, unknown> {
  on: string;
  items: Item[];
}

const USUAL = ['keys', 'meters', 'condition', 'photographs'] as const;

/** Records that the tenants moved in or out, with what was gone through on the day. */
export function RecordMove({ lease, way, ...props }: LeaseDialogProps & { way: 'in' | 'out' }) {
  const t = useTranslations(`leasing.commands.move.${way}`);
  const tItems = useTranslations('leasing.commands.move.items');
  const send = useSend();
  const today = useToday(lease.property?.timeZone);
  const { id: leaseId, version, number } = lease;
  const known = way === 'in' ? lease.moveInChecklist : lease.moveOutChecklist;
  const items =
    known?.items.map(({ note, label, isDone }) => ({
      key: label,
      label,
      isDone,
      note: note ?? '',
    })) ?? USUAL.map((key) => ({ key, label: tItems(key), isDone: false, note: '' }));
  const day = way === 'in' ? lease.movedInOn : lease.movedOutOn;
  return (
    <CommandDialog<Values>
      {...props}
      title={t('title', { number })}
      what={t('what')}
      submit={t('submit')}
      rules={way === 'in' ? recordMoveIn : recordMoveOut}
      initial={{ on: day ?? today, items }}
      send={(values) => {
        const input = {
          leaseId,
          version,
          on: values.on,
          items: values.items.map(({ label, isDone, note }) => ({
            label,
            isDone,
            note: textOrNull(note),
          })),
        };
        return way === 'in'
          ? send(RecordMoveInDocument, input)
          : send(RecordMoveOutDocument, input);
      }}
      onDone={() => void notify({ message: t('done', { number }) })}
    >
      {(command) => (
        <>
          <DayInput
            label={t('on')}
            min={lease.startsOn}
            max={today}
            {...command.field('on')}
            {...command.form.getInputProps('on')}
            data-autofocus
          />
          <Checklist command={command} />
        </>
      )}
    </CommandDialog>
  );
}

function Checklist({ command: { form, field } }: { command: CommandForm<Values> }) {
  const t = useTranslations('leasing.commands.move');
  return (
    <Fieldset legend={t('checklist')}>
      <Stack gap="sm">
        {form.values.items.map((item, index) => (
          <Stack key={item.key} gap={4}>
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <Checkbox
                aria-label={t('isDone', { item: item.label || String(index + 1) })}
                mb={8}
                {...form.getInputProps(`items.${index}.isDone`, { type: 'checkbox' })}
              />
              <TextInput
                aria-label={t('item')}
                flex={1}
                {...field(`items.${index}.label`)}
                {...form.getInputProps(`items.${index}.label`)}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('remove', { item: item.label || String(index + 1) })}
                onClick={() => form.removeListItem('items', index)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
            <TextInput
              size="xs"
              ml={32}
              mr={42}
              aria-label={t('noteOf', { item: item.label || String(index + 1) })}
              placeholder={t('note')}
              {...field(`items.${index}.note`)}
              {...form.getInputProps(`items.${index}.note`)}
            />
          </Stack>
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            form.insertListItem('items', { key: randomId(), label: '', isDone: false, note: '' })
          }
        >
          {t('add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
