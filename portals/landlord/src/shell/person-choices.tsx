'use client';

import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { signOut } from '@/session/sign-out';
import { useSession, useTo } from '@/session/session-provider';
import { PersonButton } from './person-button';

const SCHEMES = [
  { value: 'light', Icon: IconSun },
  { value: 'dark', Icon: IconMoon },
  { value: 'auto', Icon: IconDeviceDesktop },
] as const;

/** Who is signed in, how the portal looks to them, and the way out. */
export default function PersonChoices() {
  const t = useTranslations('shell');
  const { viewer } = useSession();
  const to = useTo();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={240} defaultOpened>
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" truncate>
            {viewer.name}
          </Text>
          <Text size="xs" truncate>
            {viewer.email}
          </Text>
        </Menu.Label>
        <Menu.Item
          component={UiLink}
          href={to('/settings')}
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t('places.settings')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('theme.title')}</Menu.Label>
        {SCHEMES.map(({ value, Icon }) => (
          <Menu.Item
            key={value}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(value)}
            leftSection={<Icon size={16} aria-hidden />}
            aria-current={colorScheme === value ? 'true' : undefined}
          >
            {t(`theme.${value}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => void signOut()}
          leftSection={<IconLogout size={16} aria-hidden />}
        >
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
