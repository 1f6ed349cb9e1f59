'use client';

import { useTranslations } from 'next-intl';
import { ADDRESS_FIELDS } from '../property-place/address-values';
import EditConflict from '../property-place/edit-conflict';
import type { Edit } from '../property-place/use-edit';
import type { BuildingValues } from './values';

/** A building as somebody wants it beside what was saved in the meantime. */
export default function BuildingConflict({ edit }: { edit: Edit<BuildingValues> }) {
  const t = useTranslations('buildings.form');
  const tAddress = useTranslations('properties.form.address');
  return (
    <EditConflict
      edit={edit}
      fields={[
        { path: 'code', label: t('code') },
        { path: 'name', label: t('name') },
        ...ADDRESS_FIELDS.map((name) => ({ path: `address.${name}`, label: tAddress(name) })),
      ]}
    />
  );
}
