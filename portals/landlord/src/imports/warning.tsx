'use client';

import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** Something to know before one goes on; its title is as readable as its text. */
export function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Alert
      color="yellow"
      title={title}
      role="status"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {children}
    </Alert>
  );
}
