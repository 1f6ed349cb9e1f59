'use client';

import { Checkbox, Popover, Stack } from '@mantine/core';
import { ColumnButton } from './column-button';
import { shownColumns } from './shown-columns';
import type { ColumnMenuProps } from './shown-columns';

export default function ColumnChoices(props: ColumnMenuProps) {
  const shown = shownColumns(props.columns, props.chosen).map(({ key }) => key);
  return (
    <Popover position="bottom-end" defaultOpened trapFocus returnFocus>
      <Popover.Target>
        <ColumnButton />
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
