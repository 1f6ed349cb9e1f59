'use client';

import { Popover, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { FilterButton } from './filter-button';

/** The filters of a list in a panel that begins open; to be loaded by `onDemand`. */
export function FilterPanel({ count, children }: { count: number; children: ReactNode }) {
  return (
    <Popover position="bottom-start" width={300} defaultOpened trapFocus returnFocus>
      <Popover.Target>
        <FilterButton count={count} />
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
