'use client';

import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { usePathname } from 'next/navigation';
import { useSession, useTo } from '@/session/session-provider';
import { placesFor } from './places';
import classes from './shell.module.css';

export function Navigation() {
  const t = useTranslations('shell.places');
  const { rights } = useSession();
  const to = useTo();
  const pathname = usePathname();
  return placesFor(rights).map(({ path, name, Icon }) => {
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
  });
}
