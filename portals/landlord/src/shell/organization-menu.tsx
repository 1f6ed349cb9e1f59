'use client';

import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession } from '@/session/session-provider';

/** Which organization this tab stands in, and the way to the person's others. */
export function OrganizationMenu() {
  const t = useTranslations('shell');
  const { organization, organizations } = useSession();
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t('organization', { name: organization.name })}
        >
          <Text truncate maw={{ base: '9rem', sm: '16rem' }} c="var(--mantine-color-text)">
            {organization.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('organizations')}</Menu.Label>
        {organizations.map(({ id, name }) => (
          <Menu.Item
            key={id}
            component="a"
            href={`/${id}`}
            aria-current={id === organization.id ? 'true' : undefined}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          component={UiLink}
          href="/register"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('registerOrganization')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
