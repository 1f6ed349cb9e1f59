'use client';

import { Button, Card, Container, Group, Stack, Text, Title } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { signOut } from './sign-out';

/** For a person of no organization or of several: which one, or a new one. */
export function Welcome(props: {
  name: string;
  organizations: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('shell.welcome');
  const { organizations } = props;
  return (
    <Container component="main" size="xs" py="xl">
      <Stack>
        <Title order={1} size="h2">
          {t('title', { name: props.name })}
        </Title>
        <Text>{organizations.length > 0 ? t('choose') : t('none')}</Text>
        {organizations.map(({ id, name }) => (
          <Card key={id} withBorder component={UiLink} href={`/${id}`}>
            <Text fw={600}>{name}</Text>
          </Card>
        ))}
        <Group>
          <Button
            component={UiLink}
            href="/register"
            variant={organizations.length > 0 ? 'default' : 'filled'}
          >
            {t('register')}
          </Button>
          <Button variant="subtle" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
