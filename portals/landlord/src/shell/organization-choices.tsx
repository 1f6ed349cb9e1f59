'use client';

import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useSession } from '@/session/session-provider';
import { OrganizationButton } from './organization-button';

/** A plain link per organization: another one is another graph, loaded from the start. */
export default function OrganizationChoices() {
  const t = useTranslations('shell');
  const { organization, organizations } = useSession();
  return (
    <Menu position="bottom-start" width={280} defaultOpened>
      <Menu.Target>
        <OrganizationButton />
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
