'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

type Role =
  | 'ORGANIZATION_ADMIN'
  | 'PROPERTY_MANAGER'
  | 'ACCOUNTANT'
  | 'MAINTENANCE_COORDINATOR'
  | 'LEASING_AGENT'
  | 'VIEWER';

/** A role and how far it goes, as the graph gives them. */
export interface GivenRole {
  role: Role;
  reachKind: 'ORGANIZATION' | 'COMPANY' | 'PROPERTY';
  company?: { name: string } | null;
  property?: { name: string } | null;
}

/** How far a role goes, in words: the whole organization, or the company or property by its name. */
export function useReachText(): (grant: GivenRole) => string {
  const t = useTranslations('enums.ReachKind');
  return useCallback(
    ({ reachKind, company, property }) => {
      const place = reachKind === 'PROPERTY' ? property : reachKind === 'COMPANY' ? company : null;
      return place?.name ?? t(reachKind);
    },
    [t],
  );
}

/** A role and how far it goes, in one line, such as "Viewer · the whole organization". */
export function useGrantText(): (grant: GivenRole) => string {
  const t = useTranslations('enums.Role');
  const reachText = useReachText();
  return useCallback((grant) => `${t(grant.role)} · ${reachText(grant)}`, [t, reachText]);
}
