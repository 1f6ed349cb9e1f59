'use client';

import { useFormatter } from 'next-intl';
import { useCallback } from 'react';

const KB = 1024;
const MB = KB * KB;

/** A number of bytes as people read it, in the language of the page. */
export function useFileSize(): (bytes: number) => string {
  const format = useFormatter();
  return useCallback(
    (bytes) => {
      const [amount, unit] =
        bytes < KB
          ? [bytes, 'byte']
          : bytes < MB
            ? [bytes / KB, 'kilobyte']
            : [bytes / MB, 'megabyte'];
      return format.number(amount, { style: 'unit', unit, maximumFractionDigits: 1 });
    },
    [format],
  );
}
