'use client';

import { Anchor, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { Facts, LoadingLines, Section, UiLink, WhenSeen } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { Suspense, lazy } from 'react';
import { useTo } from '@/session/session-provider';
import { addressText, buildingText } from '../unit-place/address-text';
import type { PropertyOnPage } from './property-page';

const Occupancy = lazy(() => import('./occupancy'));

/** What is known of a property, how much is in it, and how much of it is let. */
export function Overview({ property }: { property: PropertyOnPage }) {
  const t = useTranslations('properties');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { company } = property;
  const when = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Section title={t('form.facts')}>
        <Facts
          facts={[
            [t('columns.code'), property.code],
            [t('columns.type'), tEnums(`PropertyType.${property.type}`)],
            [
              t('columns.company'),
              company && (
                <Anchor component={UiLink} href={to(`/companies/${company.id}`)}>
                  {company.name}
                </Anchor>
              ),
            ],
            [t('page.currency'), property.currency],
            [t('form.jurisdiction'), property.jurisdiction],
            [t('form.timeZone'), property.timeZone],
            [t('columns.createdAt'), when(property.createdAt)],
            [t('columns.updatedAt'), when(property.updatedAt)],
          ]}
        />
      </Section>
      <Section title={t('page.place')}>
        <Place property={property} />
      </Section>
      <WhenSeen height={200}>
        <Suspense fallback={<LoadingLines rows={4} />}>
          <Occupancy id={property.id} />
        </Suspense>
      </WhenSeen>
      <Section title={t('page.unitsByCategory')}>
        <Categories property={property} />
      </Section>
      <Section title={t('tabs.buildings')}>
        <Buildings property={property} />
      </Section>
    </SimpleGrid>
  );
}

function Place({ property: { id, address, coordinates } }: { property: PropertyOnPage }) {
  const t = useTranslations('properties');
  const format = useFormatter();
  const to = useTo();
  const degrees = (value: number) => format.number(value, { maximumFractionDigits: 5 });
  return (
    <Facts
      columns={1}
      facts={[
        [
          t('columns.address'),
          [addressText(address), address.region, address.country].filter(Boolean).join(', '),
        ],
        [
          t('form.point'),
          coordinates ? (
            <>
              {`${degrees(coordinates.latitude)}; ${degrees(coordinates.longitude)} · `}
              <Anchor component={UiLink} href={to(`/map?focus=${id}`)} underline="always">
                {t('page.onMap')}
              </Anchor>
            </>
          ) : (
            t('page.noPoint')
          ),
        ],
      ]}
    />
  );
}

function Categories({ property }: { property: PropertyOnPage }) {
  const t = useTranslations('properties.page');
  const tEnums = useTranslations('enums.UnitCategory');
  const format = useFormatter();
  const to = useTo();
  if (property.unitCount === 0) return <Text c="dimmed">{t('noUnits')}</Text>;
  const units = to(`/units?property=${property.id}`);
  return (
    <Table>
      <Table.Tbody>
        {property.unitCountsByCategory.map(({ category, count }) => (
          <Table.Tr key={category}>
            <Table.Th scope="row" fw={400}>
              <Anchor component={UiLink} href={`${units}&categories=${category}`}>
                {tEnums(category)}
              </Anchor>
            </Table.Th>
            <Table.Td ta="end">{format.number(count)}</Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th scope="row">
            <Anchor component={UiLink} href={units}>
              {t('allUnits')}
            </Anchor>
          </Table.Th>
          <Table.Td ta="end" fw={600}>
            {format.number(property.unitCount)}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

function Buildings({ property }: { property: PropertyOnPage }) {
  const t = useTranslations('properties.page');
  const to = useTo();
  const { nodes, totalCount, pageInfo } = property.buildings;
  if (totalCount === 0) return <Text c="dimmed">{t('noBuildings')}</Text>;
  return (
    <Stack gap="xs">
      <Table>
        <Table.Tbody>
          {nodes.map((building) => (
            <Table.Tr key={building.id}>
              <Table.Th scope="row" fw={400}>
                <Anchor component={UiLink} href={to(`/buildings/${building.id}`)}>
                  {buildingText(building)}
                </Anchor>
              </Table.Th>
              <Table.Td ta="end">{t('unitCount', { count: building.unitCount })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {pageInfo.hasNextPage && (
        <Anchor component={UiLink} href={to(`/properties/${property.id}?tab=buildings`)}>
          {t('allBuildings', { count: totalCount })}
        </Anchor>
      )}
    </Stack>
  );
}
