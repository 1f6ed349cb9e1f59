'use client';

import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { TextLink, UiLink } from '@propertea/ui';
import { IconDots } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useSession, useTo } from '@/session/session-provider';
import { useDay } from '@/shared/days/use-days';
import type { TimelineUnitFragment } from '../gql/graphql';
import type { Asked } from './availability-page';
import { monthsOf, placeOf } from './bands';
import classes from './timeline.module.css';

type Window = { from: string; to: string };
type Period = NonNullable<TimelineUnitFragment['calendar']>[number];

/** A band a unit: what it is used for, one beside the other; a lease opens, a block is changed, a gap is let. */
export function Timeline(props: {
  units: readonly TimelineUnitFragment[];
  window: Window;
  today: string;
  isBusy: boolean;
  onAsk: (asked: Asked) => void;
}) {
  const { units, window, today } = props;
  const t = useTranslations('leasing.availability');
  const tFields = useTranslations('leasing.fields');
  const format = useFormatter();
  const now = placeOf({ startsOn: today, endsOn: today }, window);
  return (
    <div
      className={classes.scroll}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={t('title')}
    >
      <table className={classes.table} aria-busy={props.isBusy}>
        <thead>
          <tr>
            <th scope="col">{tFields('unit')}</th>
            <th scope="col" style={{ width: '75%' }}>
              <div className={classes.head}>
                {monthsOf(window).map((month) => {
                  const place = placeOf(month, window);
                  return (
                    <span
                      key={month.startsOn}
                      className={classes.month}
                      style={{ left: `${place?.left}%`, width: `${place?.width}%` }}
                    >
                      {format.dateTime(new Date(`${month.startsOn}T00:00:00Z`), {
                        month: 'short',
                        year: '2-digit',
                        timeZone: 'UTC',
                      })}
                    </span>
                  );
                })}
              </div>
            </th>
            <th scope="col">
              <VisuallyHidden>{t('actions')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <Row key={unit.id} {...props} unit={unit} now={now?.left} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: {
  unit: TimelineUnitFragment;
  window: Window;
  now: number | undefined;
  onAsk: (asked: Asked) => void;
}) {
  const { unit, onAsk } = props;
  const t = useTranslations('leasing.availability');
  const to = useTo();
  const { rights } = useSession();
  const { property, company } = unit;
  const mayLet = rights.mayLet({ companyId: company?.id, propertyId: property?.id });
  const name = unit.unit?.reference ?? unit.code;
  return (
    <tr>
      <th scope="row" style={{ fontWeight: 400 }}>
        {unit.unit ? <TextLink href={to(`/units/${unit.unit.id}`)}>{name}</TextLink> : name}
      </th>
      <td>
        <div className={classes.band}>
          {unit.calendar?.map((period) => (
            <Band
              key={period.startsOn}
              {...props}
              period={period}
              mayLet={mayLet}
              onBlock={() => onAsk({ what: 'block', unit, block: period.block ?? undefined })}
            />
          ))}
          {props.now !== undefined && (
            <span className={classes.today} style={{ left: `${props.now}%` }} aria-hidden />
          )}
        </div>
      </td>
      <td>
        {mayLet && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t('actionsOf', { unit: name })}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {unit.unit && (
                <Menu.Item component={UiLink} href={to(`/leases/new?unit=${unit.unit.id}`)}>
                  {t('let')}
                </Menu.Item>
              )}
              <Menu.Item onClick={() => onAsk({ what: 'block', unit })}>{t('block')}</Menu.Item>
              <Menu.Item onClick={() => onAsk({ what: 'rent', unit })}>{t('baseRent')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}

function Band(props: {
  period: Period;
  unit: TimelineUnitFragment;
  window: Window;
  mayLet: boolean;
  onBlock: () => void;
}) {
  const { period, unit } = props;
  const tEnums = useTranslations('enums');
  const day = useDay();
  const to = useTo();
  const place = placeOf(period, props.window);
  if (!place) return null;
  const what = period.block
    ? tEnums(`BlockReason.${period.block.reason}`)
    : (period.lease?.number ?? tEnums(`UnitAvailabilityState.${period.state}`));
  const time = `${day(period.startsOn)} – ${period.endsOn ? day(period.endsOn) : '…'}`;
  const look = {
    className: classes.span,
    style: { left: `${place.left}%`, width: `${place.width}%` },
    'data-state': period.state,
    title: `${what}, ${time}`,
  };
  const content = (
    <>
      {what}
      <VisuallyHidden>{`, ${tEnums(`UnitAvailabilityState.${period.state}`)}, ${time}`}</VisuallyHidden>
    </>
  );
  if (period.lease) {
    return (
      <UiLink {...look} href={to(`/leases/${period.lease.id}`)}>
        {content}
      </UiLink>
    );
  }
  if (period.block && props.mayLet) {
    return (
      <button type="button" {...look} aria-haspopup="dialog" onClick={props.onBlock}>
        {content}
      </button>
    );
  }
  if (period.state === 'VACANT' && props.mayLet && unit.unit) {
    return (
      <UiLink {...look} href={to(`/leases/new?unit=${unit.unit.id}`)}>
        {content}
      </UiLink>
    );
  }
  return <span {...look}>{content}</span>;
}
