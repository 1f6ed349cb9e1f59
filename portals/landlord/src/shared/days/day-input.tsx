'use client';

import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { FIELD } from '../forms/field';

/** A calendar day, by the browser's own calendar. */
export function DayInput(props: TextInputProps) {
  return <TextInput {...FIELD} type="date" {...props} />;
}
