'use client';

import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { FIELD } from '@/shared/forms/field';

/** What every field of one choice out of many takes. */
export interface ChoiceProps {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  value?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  /** Where the form finds the field to put the focus on it. */
  'data-path'?: string;
}

/** The place of a choice whose options are on their way. */
export function ChoiceToCome({ label, description, required }: Partial<ChoiceProps>) {
  return (
    <TextInput
      {...FIELD}
      label={label}
      description={description}
      required={required ?? false}
      value=""
      disabled
      readOnly
    />
  );
}
