'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { DayInput } from '@/shared/days/day-input';
import { useToday } from '@/shared/days/use-days';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { FIELD } from '@/shared/forms/field';
import { notify } from '@/shell/notify';
import { BlockUnitDocument, ChangeBlockDocument } from '../gql/graphql';
import type { BlockFactsFragment, BlockReason, TimelineUnitFragment } from '../gql/graphql';
import { blockUnit as rules } from '../gql/rules';
import { CommandDialog } from '../lease-commands/command-dialog';
import { textOrNull } from '../lease-commands/props';
import { useSend } from '../lease-commands/use-send';

const REASONS: readonly BlockReason[] = ['RENOVATION', 'OWNER_USE', 'LEGAL', 'OTHER'];

/** Keeps a unit from being let for some days, or changes that. */
export default function EditBlock(
  props: DialogProps & {
    unit: TimelineUnitFragment;
    block?: BlockFactsFragment | undefined;
    onStale: () => void;
    /** Wants the block taken back instead. */
    onRemove: () => void;
  },
) {
  const { unit, block, onRemove, ...rest } = props;
  const t = useTranslations(`leasing.commands.${block ? 'changeBlock' : 'block'}`);
  const tFields = useTranslations('leasing.fields');
  const tEnums = useTranslations('enums.BlockReason');
  const send = useSend();
  const today = useToday(unit.property?.timeZone);
  const name = unit.unit?.reference ?? unit.code;
  return (
    <CommandDialog
      {...rest}
      title={t('title', { unit: name })}
      what={t('what')}
      submit={t('submit')}
      rules={rules}
      initial={{
        reason: block?.reason ?? 'RENOVATION',
        startsOn: block?.startsOn ?? today,
        endsOn: block?.endsOn ?? '',
        note: block?.note ?? '',
      }}
      send={({ reason, startsOn, endsOn, note }) => {
        const { id: blockId = '', version = 0 } = block ?? {};
        const facts = { reason, startsOn, endsOn: endsOn || null, note: textOrNull(note) };
        return block
          ? send(ChangeBlockDocument, { blockId, version, ...facts })
          : send(BlockUnitDocument, { rentableUnitId: unit.id, ...facts });
      }}
      onDone={() => void notify({ message: t('done', { unit: name }) })}
    >
      {({ form, field }) => (
        <>
          <NativeSelect
            {...FIELD}
            label={tFields('reason')}
            data={REASONS.map((value) => ({ value, label: tEnums(value) }))}
            {...form.getInputProps('reason')}
            data-autofocus
          />
          <DayInput
            label={tFields('startsOn')}
            {...field('startsOn')}
            {...form.getInputProps('startsOn')}
          />
          <DayInput
            label={tFields('lastDay')}
            min={form.values.startsOn}
            {...form.getInputProps('endsOn')}
          />
          <TextInput
            {...FIELD}
            label={tFields('note')}
            autoComplete="off"
            {...field('note')}
            {...form.getInputProps('note')}
          />
          {block && (
            <Button variant="default" aria-haspopup="dialog" onClick={onRemove}>
              {tFields('removeBlock')}
            </Button>
          )}
        </>
      )}
    </CommandDialog>
  );
}
