'use client';

import { Text } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { CalendarEvent } from './events';
import { weeksOf } from './events';
import classes from './month.module.css';

/** How many of a day are shown before somebody asks for the others. */
const SHOWN = 4;

/** A month as weeks of days; on phones the days on which something happens, one below the other. */
export function Month(props: {
  name: string;
  month: { from: string; to: string };
  today: string;
  events: ReadonlyMap<string, readonly CalendarEvent[]>;
  isBusy: boolean;
}) {
  const { month, events } = props;
  const t = useTranslations('leasing.calendar');
  const format = useFormatter();
  const weeks = weeksOf(month);
  const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
  return (
    <>
      <table className={classes.month} aria-label={props.name} aria-busy={props.isBusy}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {format.dateTime(dateOf(day), { weekday: 'short', timeZone: 'UTC' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const isOutside = day < month.from || day > month.to;
                const found = isOutside ? [] : (events.get(day) ?? []);
                return (
                  <td
                    key={day}
                    className={classes.day}
                    data-outside={isOutside || undefined}
                    data-empty={found.length === 0 || undefined}
                  >
                    <time
                      dateTime={day}
                      className={classes.date}
                      data-today={day === props.today || undefined}
                    >
                      <span className={classes.weekday}>
                        {format.dateTime(dateOf(day), { weekday: 'long', timeZone: 'UTC' })}{' '}
                      </span>
                      {format.dateTime(dateOf(day), { day: 'numeric', timeZone: 'UTC' })}
                    </time>
                    <Events events={found.slice(0, SHOWN)} />
                    {found.length > SHOWN && (
                      <details className={classes.more}>
                        <summary>{t('more', { count: found.length - SHOWN })}</summary>
                        <Events events={found.slice(SHOWN)} />
                      </details>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {events.size === 0 && (
        <Text c="dimmed" pt="sm">
          {t('empty')}
        </Text>
      )}
    </>
  );
}

function Events({ events }: { events: readonly CalendarEvent[] }) {
  if (events.length === 0) return null;
  return (
    <ul className={classes.events}>
      {events.map((event) => (
        <Event key={`${event.kind} ${event.lease.id}`} event={event} />
      ))}
    </ul>
  );
}

function Event({ event: { kind, lease } }: { event: CalendarEvent }) {
  const t = useTranslations('leasing.calendar');
  const to = useTo();
  const tenants = lease.parties.filter(({ role }) => role === 'TENANT');
  const text = t(kind, {
    unit: lease.unit?.reference ?? lease.number,
    tenants: tenants.map(({ name }) => name).join(', '),
  });
  return (
    <li>
      <UiLink
        href={to(`/leases/${lease.id}`)}
        className={classes.event}
        data-kind={kind}
        title={text}
      >
        {text}
      </UiLink>
    </li>
  );
}
