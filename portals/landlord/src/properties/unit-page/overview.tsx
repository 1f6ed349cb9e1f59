'use client';

import { Anchor, SimpleGrid } from '@mantine/core';
import { Facts, LoadingLines, Section, UiLink, WhenSeen } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import { useTo } from '@/session/session-provider';
import type { UnitFactsFragment } from '../gql/graphql';
import { buildingText } from '../unit-place/address-text';
import { AddressChain } from './address-chain';

const Letting = lazy(() => import('./letting'));

/** What is known of a unit, where it lies, who rents it, and where its mail goes. */
export function Overview({ unit }: { unit: UnitFactsFragment }) {
  const t = useTranslations('units.page');
  const tColumns = useTranslations('units.columns');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { property, building } = unit;
  const { company } = property;
  const entrance = building?.entrances.find(({ code }) => code === unit.entranceCode);
  const number = (value: number | null) => (value === null ? null : format.number(value));
  const bedrooms = unit.bedrooms === 0 ? t('studio') : number(unit.bedrooms);
  const when = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} pt="md">
      <Section title={t('facts')}>
        <Facts
          facts={[
            [tColumns('category'), tEnums(`UnitCategory.${unit.category}`)],
            [tColumns('code'), unit.code],
            [tColumns('bedrooms'), bedrooms],
            [tColumns('bathrooms'), number(unit.bathrooms)],
            [tColumns('area'), number(unit.areaSquareMetres)],
            [tColumns('floor'), unit.floor === 0 ? t('groundFloor') : number(unit.floor)],
            [tColumns('createdAt'), when(unit.createdAt)],
            [tColumns('updatedAt'), when(unit.updatedAt)],
          ]}
        />
      </Section>
      <Section title={t('place')}>
        <Facts
          facts={[
            [
              tColumns('company'),
              company && (
                <Anchor component={UiLink} href={to(`/companies/${company.id}`)}>
                  {company.name}
                </Anchor>
              ),
            ],
            [
              tColumns('property'),
              <Anchor key="property" component={UiLink} href={to(`/properties/${property.id}`)}>
                {`${property.name} (${property.code})`}
              </Anchor>,
            ],
            [
              tColumns('building'),
              building ? (
                <Anchor component={UiLink} href={to(`/buildings/${building.id}`)}>
                  {buildingText(building)}
                </Anchor>
              ) : (
                t('noBuilding')
              ),
            ],
            [
              tColumns('entrance'),
              unit.entranceCode &&
                [unit.entranceCode, entrance?.name, entrance?.addressLine]
                  .filter(Boolean)
                  .join(' · '),
            ],
          ]}
        />
      </Section>
      <WhenSeen height={200}>
        <Suspense fallback={<LoadingLines rows={4} />}>
          <Letting unit={unit} />
        </Suspense>
      </WhenSeen>
      <Section title={tColumns('address')}>
        <AddressChain unit={unit} />
      </Section>
    </SimpleGrid>
  );
}
