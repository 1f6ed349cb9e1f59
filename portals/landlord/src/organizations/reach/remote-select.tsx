'use client';

import { Loader, Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const PAUSE_MS = 150;

export interface Choice {
  value: string;
  label: string;
}

/** Asks for what fits the words; `search` is undefined without any. */
export type UseChoices = (search: string | undefined) => {
  choices: readonly Choice[];
  isLoading: boolean;
};

/** One of many objects, found by words that the server searches for. */
export function RemoteSelect({
  useChoices,
  onChange,
  known,
  ...props
}: Omit<SelectProps, 'data' | 'onChange'> & {
  useChoices: UseChoices;
  onChange: (value: string | null) => void;
  /** What is chosen from the start. */
  known?: Choice;
}) {
  const t = useTranslations('members.reach');
  const [chosen, setChosen] = useState<Choice | undefined>(known);
  const [typed, setTyped] = useState(known?.label ?? '');
  const [paused] = useDebouncedValue(typed.trim(), PAUSE_MS);
  // The text of what is chosen is no question.
  const { choices, isLoading } = useChoices(
    paused === chosen?.label ? undefined : paused || undefined,
  );
  const isListed = !chosen || choices.some(({ value }) => value === chosen.value);
  return (
    <Select
      placeholder={t('search')}
      {...props}
      data={isListed ? [...choices] : [chosen, ...choices]}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has filtered already.
      filter={({ options }) => options}
      onChange={(value) => {
        setChosen(choices.find((choice) => choice.value === value));
        onChange(value);
      }}
      nothingFoundMessage={isLoading ? undefined : t('nothingFound')}
      rightSection={isLoading ? <Loader size="xs" /> : undefined}
      maxDropdownHeight={280}
    />
  );
}
