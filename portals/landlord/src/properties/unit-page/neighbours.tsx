'use client';

import { ActionIcon, Group, Text } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useSession, useTo } from '@/session/session-provider';
import { placeIn, useUnitTrail } from '../unit-trail';

/** The way to the units before and after this one in the list that was seen last. */
export function Neighbours({ id }: { id: string }) {
  const t = useTranslations('units.page');
  const to = useTo();
  const { organization } = useSession();
  const place = placeIn(useUnitTrail(organization.id), id);
  if (!place) return null;
  const ways = [
    { unit: place.previous, label: t('previous'), Icon: IconChevronLeft },
    { unit: place.next, label: t('next'), Icon: IconChevronRight },
  ];
  return (
    <Group gap={4} component="nav" aria-label={t('neighbours')}>
      <Text size="sm" c="dimmed">
        {t('position', { position: place.position, count: place.count })}
      </Text>
      {ways.map(({ unit, label, Icon }) =>
        unit ? (
          <ActionIcon
            key={label}
            component={UiLink}
            href={to(`/units/${unit}`)}
            variant="default"
            size="lg"
            aria-label={label}
          >
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <ActionIcon key={label} variant="default" size="lg" disabled aria-label={label}>
            <Icon size={18} aria-hidden />
          </ActionIcon>
        ),
      )}
    </Group>
  );
}
