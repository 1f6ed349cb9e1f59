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

export interface Typing {
  typed: string;
  setTyped: (typed: string) => void;
  chosen: Choice | undefined;
  setChosen: (choice: Choice | undefined) => void;
  /** What to ask the server for: absent without words, and while they are the text of what is chosen. */
  words: string | undefined;
}

/** What somebody types into a `RemoteSelect`; `known` is what is chosen from the start. */
export function useTyping(known?: Choice): Typing {
  const [chosen, setChosen] = useState(known);
  const [typed, setTyped] = useState(known?.label ?? '');
  const [paused] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const words = paused === chosen?.label ? undefined : paused || undefined;
  return { typed, setTyped, chosen, setChosen, words };
}

export type RemoteSelectProps = Omit<SelectProps, 'data' | 'onChange'> & {
  onChange: (value: string | null) => void;
};

/** One of many objects, found by words that the server searches for. */
export function RemoteSelect({
  typing,
  choices,
  isLoading,
  onChange,
  ...props
}: RemoteSelectProps & { typing: Typing; choices: readonly Choice[]; isLoading: boolean }) {
  const t = useTranslations('members.reach');
  const { typed, setTyped, chosen, setChosen } = typing;
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
