'use client';

import { ActionIcon, Anchor, Button, Text, UnstyledButton } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import classes from './map.module.css';
import type { PointsProps } from './point-text';

const STEP = 100;

/** The points as a list: the same that the map shows, for those who do not see or point at it. */
export function PointList({ points, chosen, onChoose }: PointsProps) {
  const t = useTranslations('map');
  const to = useTo();
  const [count, setCount] = useState(STEP);
  const first = points.slice(0, count);
  const looked = points.find(({ id }) => id === chosen);
  // What is looked at stands in the list wherever it would come.
  const shown = looked && !first.includes(looked) ? [looked, ...first] : first;
  return (
    <ul className={classes.list} id="points" tabIndex={-1} aria-label={t('listLabel')}>
      {shown.map(({ id, name, code, addressLine, city, unitCount }) => (
        <li key={id} className={classes.row} data-chosen={id === chosen || undefined}>
          <UnstyledButton
            className={classes.choose}
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
          >
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {`${code} · ${addressLine}, ${city}`}
            </Text>
            <Text size="xs" c="dimmed">
              {t('units', { count: unitCount })}
            </Text>
          </UnstyledButton>
          <ActionIcon
            component={UiLink}
            href={to(`/properties/${id}`)}
            variant="subtle"
            size="lg"
            aria-label={t('open', { name })}
            title={t('open', { name })}
          >
            <IconArrowRight size={18} aria-hidden />
          </ActionIcon>
        </li>
      ))}
      {points.length > count && (
        <li className={classes.row}>
          <Button variant="default" fullWidth onClick={() => setCount(count + STEP)}>
            {t('more', { count: points.length - count })}
          </Button>
        </li>
      )}
      <li className={classes.row}>
        <Anchor component={UiLink} href={to('/properties?coordinates=without')} fz="sm" p={4}>
          {t('without')}
        </Anchor>
      </li>
    </ul>
  );
}
