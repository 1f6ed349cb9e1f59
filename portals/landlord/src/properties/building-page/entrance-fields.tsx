'use client';

import { TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { CommandForm } from '@/shared/forms/use-command-form';

/** What a form of an entrance holds beside its code. */
export type EntranceValues = { name: string; addressLine: string };

export function EntranceFields<Values extends EntranceValues>({
  command,
}: {
  command: CommandForm<Values>;
}) {
  const t = useTranslations('buildings.entrances');
  return (['name', 'addressLine'] as const).map((path) => (
    <TextInput
      key={path}
      label={t(path)}
      description={t(`${path}What`)}
      autoComplete="off"
      {...command.field(path)}
      {...command.form.getInputProps(path)}
    />
  ));
}

/** The values as the room takes them. */
export function entranceInput({ name, addressLine }: EntranceValues) {
  return { name: name.trim() || null, addressLine: addressLine.trim() || null };
}
