'use client';

import { AppShell, Burger, Group, ScrollArea, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { SessionExpired } from '@/session/session-expired';
import { useTo } from '@/session/session-provider';
import { Navigation } from './navigation';
import { OfflineNotice } from './offline-notice';
import { OrganizationMenu } from './organization-menu';
import { PersonMenu } from './person-menu';
import { SearchButton } from './search-button';
import classes from './shell.module.css';

/** The frame of every page of an organization. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const to = useTo();
  const [isOpen, { toggle, close }] = useDisclosure();
  const pathname = usePathname();
  useEffect(close, [pathname, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={isOpen}
            />
            <Text
              component={UiLink}
              href={to('/')}
              fw={700}
              visibleFrom="sm"
              className={classes.brand}
            >
              ProperTea
            </Text>
            <OrganizationMenu />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <SearchButton />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('navigation')}>
        <ScrollArea>
          <Navigation />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <OfflineNotice />
        {children}
      </AppShell.Main>
      <SessionExpired />
    </AppShell>
  );
}
