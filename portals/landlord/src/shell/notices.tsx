'use client';

import '@mantine/notifications/styles.css';
import { Button, Group, MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import type { NotificationData } from '@mantine/notifications';
import { theme } from '@propertea/ui';
import { createRoot } from 'react-dom/client';

let isThere = false;

/** The corner of the page for notices; it lives beside the pages, so that a notice outlives the one that gave it. */
export function showNotice(
  notice: NotificationData & { action?: { label: string; run: () => void } },
): void {
  if (!isThere) {
    isThere = true;
    const place = document.body.appendChild(document.createElement('div'));
    createRoot(place).render(
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="bottom-right" containerWidth={360} />
      </MantineProvider>,
    );
  }
  const { action, message, ...rest } = notice;
  const id = notifications.show({
    ...rest,
    message: action ? (
      <Group gap="sm" justify="space-between">
        {message}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      </Group>
    ) : (
      message
    ),
  });
}
