'use client';

import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useUiTexts } from './texts';

const PAUSE_MS = 150;

/** Words to look for: told after a short pause in typing, and at once by Enter. */
export function SearchInput(props: {
  label: string;
  value: string;
  onSearch: (words: string) => void;
}) {
  const texts = useUiTexts();
  const [words, setWords] = useState(props.value);
  const tell = useDebouncedCallback(props.onSearch, PAUSE_MS);
  const [told, setTold] = useState(props.value);
  // The address may change behind our back: by the browser's back button or a saved view.
  if (told !== props.value) {
    setTold(props.value);
    setWords(props.value);
  }
  const change = (value: string) => {
    setWords(value);
    tell(value);
  };
  return (
    <TextInput
      type="search"
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        words ? <CloseButton size="sm" aria-label={texts.clear} onClick={() => change('')} /> : null
      }
      value={words}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Enter' && props.onSearch(words)}
      maxLength={200}
      flex={1}
      miw="12rem"
      maw="28rem"
    />
  );
}
