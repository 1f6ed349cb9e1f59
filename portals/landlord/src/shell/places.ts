import {
  IconBriefcase,
  IconBuilding,
  IconBuildingCommunity,
  IconCalendar,
  IconContract,
  IconDoor,
  IconFileImport,
  IconHistory,
  IconHome,
  IconMap,
  IconRefresh,
  IconSettings,
  IconTable,
  IconTimeline,
  IconUsers,
} from '@tabler/icons-react';
import type { Rights } from '@/session/rights';

/** Every place of the portal: its path, its name in `shell.places`, and who sees it. */
const PLACES = [
  { path: '/', name: 'dashboard', Icon: IconHome },
  { path: '/companies', name: 'companies', Icon: IconBriefcase },
  { path: '/properties', name: 'properties', Icon: IconBuildingCommunity },
  { path: '/buildings', name: 'buildings', Icon: IconBuilding },
  { path: '/units', name: 'units', Icon: IconDoor },
  { path: '/leases', name: 'leases', Icon: IconContract },
  { path: '/renewals', name: 'renewals', Icon: IconRefresh },
  { path: '/availability', name: 'availability', Icon: IconTimeline },
  { path: '/rent-roll', name: 'rentRoll', Icon: IconTable },
  { path: '/calendar', name: 'calendar', Icon: IconCalendar },
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

/** The places that somebody of these rights sees. */
export function placesFor(rights: Rights): (typeof PLACES)[number][] {
  return PLACES.filter((place) => !('if' in place) || place.if(rights));
}
