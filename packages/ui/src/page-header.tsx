import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { UiLink } from './link';

export interface Crumb {
  title: string;
  href: string;
}

/** The one h1 of a page, the way to it, and what can be done here. */
export function PageHeader(props: {
  title: string;
  crumbs?: readonly Crumb[];
  description?: ReactNode;
  badges?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <Stack gap={4} mb="md">
      {props.crumbs && props.crumbs.length > 0 && (
        <Breadcrumbs
          component="nav"
          aria-label={props.title}
          separatorMargin={6}
          style={{ flexWrap: 'wrap', rowGap: 8 }}
        >
          {props.crumbs.map(({ title, href }) => (
            <Anchor key={href} component={UiLink} href={href} size="sm">
              {title}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4}>
          <Group gap="sm" align="center">
            <Title order={1} size="h2" style={{ overflowWrap: 'anywhere' }}>
              {props.title}
            </Title>
            {props.badges}
          </Group>
          {props.description && (
            <Text c="dimmed" size="sm">
              {props.description}
            </Text>
          )}
        </Stack>
        {props.actions && <Group gap="xs">{props.actions}</Group>}
      </Group>
    </Stack>
  );
}
