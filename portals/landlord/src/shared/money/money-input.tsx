'use client';

import { NumberInput, Text } from '@mantine/core';
import { useLocale } from 'next-intl';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { FIELD } from '../forms/field';
import { digitsOf, majorOf, minorOf } from './money';

export interface MoneyInputProps {
  label: string;
  currency: string;
  /** Minor units, or nothing yet. */
  value?: number | null;
  onChange: (minor: number | null) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  onBlur?: () => void;
  'data-path'?: string;
}

/** An amount, written as people write it and kept in minor units. */
export function MoneyInput({ currency, value = null, onChange, ...props }: MoneyInputProps) {
  const locale = useLocale();
  const written = value === null ? '' : majorOf(value, currency);
  const [text, setText] = useState(written);
  const [known, setKnown] = useState(value);
  // A value that came from elsewhere than these keys.
  if (known !== value) {
    setKnown(value);
    if (minorOf(text, currency) !== value) setText(written);
  }
  const decimals = digitsOf(currency);
  return (
    <NumberInput
      {...FIELD}
      {...props}
      value={text}
      onChange={(typed) => {
        setText(String(typed));
        onChange(minorOf(String(typed), currency));
      }}
      decimalScale={decimals}
      allowDecimal={decimals > 0}
      decimalSeparator={decimalOf(locale)}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      hideControls
      inputMode="decimal"
      rightSection={
        <Text size="sm" c="dimmed">
          {currency}
        </Text>
      }
      rightSectionWidth={48}
    />
  );
}

function decimalOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}
