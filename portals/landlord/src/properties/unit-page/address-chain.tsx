'use client';

import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { UnitFactsFragment } from '../gql/graphql';
import { addressText } from '../unit-place/address-text';

/** Where mail goes, and why: the unit's own address, else that of its building, else that of the property. */
export function AddressChain({ unit }: { unit: UnitFactsFragment }) {
  const t = useTranslations('units.page.address');
  const { property, building } = unit;
  const levels = [
    { key: 'unit', address: unit.hasOwnAddress ? unit.address : null },
    ...(building
      ? [{ key: 'building', address: building.hasOwnAddress ? building.address : null } as const]
      : []),
    { key: 'property', address: property.address },
  ] as const;
  const used = levels.find(({ address }) => address);
  return (
    <Stack gap="sm">
      <Stack gap={0}>
        <Text fw={600}>{unit.address.line1}</Text>
        {unit.address.line2 && <Text>{unit.address.line2}</Text>}
        <Text>
          {[unit.address.postalCode, unit.address.city, unit.address.region, unit.address.country]
            .filter(Boolean)
            .join(' ')}
        </Text>
      </Stack>
      <Text size="sm" c="dimmed">
        {t('what')}
      </Text>
      <Stack component="ol" gap={6} m={0} pl="lg" fz="sm">
        {levels.map(({ key, address }) => (
          <li key={key}>
            <Group gap="xs">
              <Text span inherit>
                {t(key)}: {address ? addressText(address) : t('none')}
              </Text>
              {key === used?.key && <Badge variant="light">{t('used')}</Badge>}
            </Group>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
