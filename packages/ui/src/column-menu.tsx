'use client';

import { Button } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { onDemand } from './on-demand';
import { useUiTexts } from './texts';

/** What of a column decides whether it is shown. */
export interface Choosable {
  key: string;
  title: string;
  isFixed?: boolean;
  isHiddenAtFirst?: boolean;
}

/** Which columns are shown: those that are named, or without any those that are shown at first. */
export function shownColumns<Kind extends Choosable>(
  columns: readonly Kind[],
  chosen: readonly string[] | null,
): Kind[] {
  return columns.filter(
    ({ key, isFixed, isHiddenAtFirst }) =>
      isFixed || (chosen ? chosen.includes(key) : !isHiddenAtFirst),
  );
}

export interface ColumnMenuProps {
  columns: readonly Choosable[];
  chosen: readonly string[] | null;
  onChoose: (keys: string[] | null) => void;
}

export function ColumnButton(props: ComponentProps<typeof Button<'button'>>) {
  const texts = useUiTexts();
  return (
    <Button
      variant="default"
      leftSection={<IconColumns size={16} aria-hidden />}
      aria-haspopup="dialog"
      {...props}
    >
      {texts.columns}
    </Button>
  );
}

/** Lets people choose columns; null means those that are shown at first. */
export const ColumnMenu = onDemand<ColumnMenuProps>(
  () => import('./column-choices'),
  ({ onWant, isLoading }) => <ColumnButton onClick={onWant} loading={isLoading} />,
);
