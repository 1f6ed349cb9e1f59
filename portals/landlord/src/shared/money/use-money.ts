'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';
import { digitsOf } from './money';
import type { Money } from './money';

/** An amount as people read it; empty for none. */
export function useMoney(): (money: Money | null | undefined) => string {
  const format = useFormatter();
  return useCallback(
    (money) =>
      money
        ? format.number(money.amountMinor / 10 ** digitsOf(money.currency), {
            style: 'currency',
            currency: money.currency,
          })
        : '',
    [format],
  );
}
