'use client';

import { useTranslations } from 'next-intl';
import type { PropertyType } from '../gql/graphql';
import { ADDRESS_FIELDS } from '../property-place/address-values';
import EditConflict from '../property-place/edit-conflict';
import type { Edit } from '../property-place/use-edit';
import type { PropertyValues } from './values';

/** A property as somebody wants it beside what was saved in the meantime. */
export default function PropertyConflict({ edit }: { edit: Edit<PropertyValues> }) {
  const t = useTranslations('properties.form');
  const tEnums = useTranslations('enums.PropertyType');
  return (
    <EditConflict
      edit={edit}
      fields={[
        { path: 'name', label: t('name') },
        { path: 'code', label: t('code') },
        { path: 'type', label: t('type'), text: (type) => tEnums(type as PropertyType) },
        ...ADDRESS_FIELDS.map((name) => ({ path: `address.${name}`, label: t(`address.${name}`) })),
        { path: 'coordinates.latitude', label: t('latitude') },
        { path: 'coordinates.longitude', label: t('longitude') },
        { path: 'jurisdiction', label: t('jurisdiction') },
        { path: 'timeZone', label: t('timeZone') },
      ]}
    />
  );
}
