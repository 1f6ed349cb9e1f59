'use client';

import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import type { Column } from './data-table';
import { useUiTexts } from './texts';

/** Which columns are shown: those that are named, or without any those that are shown at first. */
export function shownColumns<Row, Field extends string>(
  columns: readonly Column<Row, Field>[],
  chosen: readonly string[] | null,
): Column<Row, Field>[] {
  return columns.filter(
    ({ key, isFixed, isHiddenAtFirst }) =>
      isFixed || (chosen ? chosen.includes(key) : !isHiddenAtFirst),
  );
}

/** Lets people choose columns; null means those that are shown at first. */
export function ColumnMenu<Row, Field extends string>(props: {
  columns: readonly Column<Row, Field>[];
  chosen: readonly string[] | null;
  onChoose: (keys: string[] | null) => void;
}) {
  const texts = useUiTexts();
  const shown = shownColumns(props.columns, props.chosen).map(({ key }) => key);
  return (
    <Popover position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {texts.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {props.columns
            .filter(({ isFixed }) => !isFixed)
            .map(({ key, title }) => (
              <Checkbox
                key={key}
                label={title}
                checked={shown.includes(key)}
                onChange={({ currentTarget }) =>
                  props.onChoose(
                    currentTarget.checked ? [...shown, key] : shown.filter((one) => one !== key),
                  )
                }
              />
            ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
