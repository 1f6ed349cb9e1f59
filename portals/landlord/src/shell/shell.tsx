'use client';

import { UiLink } from '@propertea/ui';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { SessionGate } from '@/session/session-gate';
import { useSession, useTo } from '@/session/session-provider';
import { Navigation } from './navigation';
import { OfflineNotice } from './offline-notice';
import { OrganizationMenu } from './organization-menu';
import { PersonMenu } from './person-menu';
import { SearchButton } from './search-button';
import { ViewAsBanner } from './view-as-banner';
import classes from './shell.module.css';

/** The frame of every page of an organization. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const to = useTo();
  const { viewer } = useSession();
  const pathname = usePathname();
  const [openAt, setOpenAt] = useState<string>();
  const menuButton = useRef<HTMLButtonElement>(null);
  // Going to another page closes the menu of a phone.
  const isOpen = openAt === pathname;
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpenAt(undefined);
      menuButton.current?.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [isOpen]);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('skip')}
      </a>
      <header className={classes.header}>
        <button
          ref={menuButton}
          type="button"
          className={classes.burger}
          onClick={() => setOpenAt(isOpen ? undefined : pathname)}
          aria-label={t('menu')}
          aria-expanded={isOpen}
          aria-controls="navigation"
        >
          {isOpen ? <IconX size={22} aria-hidden /> : <IconMenu2 size={22} aria-hidden />}
        </button>
        <UiLink href={to('/')} className={classes.brand}>
          ProperTea
        </UiLink>
        <OrganizationMenu />
        <span className={classes.space} />
        <SearchButton />
        <PersonMenu />
      </header>
      <nav
        id="navigation"
        className={classes.navigation}
        data-open={isOpen || undefined}
        aria-label={t('navigation')}
      >
        <Navigation />
      </nav>
      <main id="content" tabIndex={-1} className={classes.main}>
        <ViewAsBanner />
        <OfflineNotice />
        {children}
      </main>
      <SessionGate email={viewer.email} />
    </div>
  );
}
