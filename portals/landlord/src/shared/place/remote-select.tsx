'use client';

import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';

const PAUSE_MS = 150;

/** What somebody types into a `RemoteSelect`, and the words of it to ask for after a short pause. */
export function useWords(shown: string) {
  const [typed, setTyped] = useState(shown);
  const [last, setLast] = useState(shown);
  // What is chosen may change from elsewhere, such as by another filter.
  if (last !== shown) {
    setLast(shown);
    setTyped(shown);
  }
  const [paused] = useDebouncedValue(typed.trim(), PAUSE_MS);
  // The text of what is chosen is no question.
  return { typed, setTyped, words: paused === shown ? undefined : paused || undefined };
}

export interface RemoteSelectProps {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  error?: ReactNode;
  required?: boolean;
  clearable?: boolean;
  disabled?: boolean;
  name?: string;
}

/** One of many objects, found by words that the server searches for. */
export function RemoteSelect({
  typing,
  choices,
  chosen,
  isLoading,
  onChoose,
  ...props
}: RemoteSelectProps & {
  typing: ReturnType<typeof useWords>;
  choices: readonly { id: string; text: string }[];
  chosen: { id: string; text: string } | null;
  isLoading: boolean;
  onChoose: (id: string | null) => void;
}) {
  const t = useTranslations('common.place');
  const isListed = !chosen || choices.some(({ id }) => id === chosen.id);
  const all = isListed ? choices : [chosen, ...choices];
  return (
    <Select
      {...props}
      searchable
      searchValue={typing.typed}
      onSearchChange={typing.setTyped}
      // The server has filtered already.
      filter={({ options }) => options}
      data={all.map(({ id, text }) => ({ value: id, label: text }))}
      value={chosen?.id ?? null}
      onChange={onChoose}
      nothingFoundMessage={isLoading ? t('looking') : t('nothingFound')}
      rightSection={isLoading ? <Loader size="xs" /> : undefined}
      clearButtonProps={{ 'aria-label': t('clear', { label: props.label }), tabIndex: 0 }}
      maxDropdownHeight={280}
    />
  );
}
