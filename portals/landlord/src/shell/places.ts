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
import type { Rights } from '@/session/rights';

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

/** The places that somebody of these rights sees. */
export function placesFor(rights: Rights): (typeof PLACES)[number][] {
  return PLACES.filter((place) => !('if' in place) || place.if(rights));
}
