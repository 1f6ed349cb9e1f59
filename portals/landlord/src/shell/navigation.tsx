'use client';

import {
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconDoor,
  IconFileImport,
  IconHistory,
  IconHome,
  IconMap,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import type { Rights } from '@/session/rights';
import { useSession, useTo } from '@/session/session-provider';
import classes from './shell.module.css';

/** Every place of the portal: its path, its name in `shell.places`, and who sees it. */
const PLACES = [
  { path: '/', name: 'dashboard', Icon: IconHome },
  { path: '/companies', name: 'companies', Icon: IconBriefcase },
  { path: '/properties', name: 'properties', Icon: IconBuildingCommunity },
  { path: '/buildings', name: 'buildings', Icon: IconBuilding },
  { path: '/units', name: 'units', Icon: IconDoor },
  { path: '/map', name: 'map', Icon: IconMap },
  {
    path: '/imports',
    name: 'imports',
    Icon: IconFileImport,
    if: ({ mayImport }: Rights) => mayImport,
  },
  { path: '/members', name: 'members', Icon: IconUsers },
  {
    path: '/audit',
    name: 'audit',
    Icon: IconHistory,
    if: ({ isAdministrator }: Rights) => isAdministrator,
  },
  { path: '/settings', name: 'settings', Icon: IconSettings },
] as const;

export function Navigation() {
  const t = useTranslations('shell.places');
  const { rights } = useSession();
  const to = useTo();
  const pathname = usePathname();
  return PLACES.filter((place) => !('if' in place) || place.if(rights)).map(
    ({ path, name, Icon }) => {
      const href = to(path);
      const isHere = path === '/' ? pathname === href : pathname.startsWith(href);
      return (
        <UiLink
          key={path}
          href={href}
          className={classes.place}
          aria-current={isHere ? 'page' : undefined}
        >
          <Icon size={18} aria-hidden />
          {t(name)}
        </UiLink>
      );
    },
  );
}
