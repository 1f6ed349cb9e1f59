'use client';

import { Anchor, Stack } from '@mantine/core';
import { Facts, Section, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { addressText } from '../unit-place/address-text';
import type { BuildingOnPage } from './building-page';
import { Entrances } from './entrances';

/** What is known of a building, and how one gets into it. */
export function Overview({ building, mayEdit }: { building: BuildingOnPage; mayEdit: boolean }) {
  const t = useTranslations('buildings');
  const format = useFormatter();
  const to = useTo();
  const { address, property, unitCount } = building;
  const { company } = property;
  const when = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  const place = [addressText(address), address.region, address.country].filter(Boolean).join(', ');
  return (
    <Stack>
      <Section title={t('form.facts')}>
        <Facts
          facts={[
            [t('columns.code'), building.code],
            [t('columns.name'), building.name],
            [
              t('columns.property'),
              <Anchor key="property" component={UiLink} href={to(`/properties/${property.id}`)}>
                {`${property.name} (${property.code})`}
              </Anchor>,
            ],
            [
              t('columns.company'),
              company && (
                <Anchor component={UiLink} href={to(`/companies/${company.id}`)}>
                  {company.name}
                </Anchor>
              ),
            ],
            [
              t('columns.address'),
              building.hasOwnAddress ? place : `${place} (${t('columns.ofProperty')})`,
            ],
            [
              t('columns.units'),
              <Anchor key="units" component={UiLink} href={to(`/units?building=${building.id}`)}>
                {t('page.unitCount', { count: unitCount })}
              </Anchor>,
            ],
            [t('columns.createdAt'), when(building.createdAt)],
            [t('columns.updatedAt'), when(building.updatedAt)],
          ]}
        />
      </Section>
      <Entrances building={building} mayEdit={mayEdit} />
    </Stack>
  );
}
