'use client';

import { Alert, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiTexts } from './texts';

/** Nothing to show, why, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw="32rem">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** What did not work and what to do; `retry` tries again. */
export function FailureState(props: {
  title: string;
  children?: ReactNode;
  retry?: () => void;
  detail?: string;
}) {
  const texts = useUiTexts();
  return (
    <Alert
      color="red"
      variant="light"
      title={props.title}
      role="alert"
      styles={{ title: { color: 'var(--mantine-color-error)' } }}
    >
      <Stack gap="xs" align="flex-start">
        {props.children && <Text size="sm">{props.children}</Text>}
        {props.detail && (
          <Text size="xs" c="dimmed">
            {props.detail}
          </Text>
        )}
        {props.retry && (
          <Button size="xs" variant="default" onClick={props.retry}>
            {texts.retry}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** A part of a page with a title of its own. */
export function Section({
  title,
  actions,
  children,
  order = 2,
}: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
  order?: 2 | 3;
}) {
  return (
    <Card withBorder component="section" padding="md">
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={order} size="h4">
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Card>
  );
}

/** The place of `rows` lines that are on their way; announced once. */
export function LoadingLines({ rows = 8 }: { rows?: number }) {
  const texts = useUiTexts();
  return (
    <Stack gap="xs" role="status" aria-label={texts.loading}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={28} />
      ))}
    </Stack>
  );
}
