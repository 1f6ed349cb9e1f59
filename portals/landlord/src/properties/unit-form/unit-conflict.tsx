'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ConflictDialog } from '@/shared/forms/conflict-dialog';
import type { UnitBuildingFragment, UnitFactsFragment } from '../gql/graphql';
import { addressText, buildingText } from '../unit-place/address-text';
import { valuesOf } from './values';
import type { UnitValues } from './values';

const NUMBERS = ['floor', 'bedrooms', 'bathrooms', 'areaSquareMetres'] as const;

/** A unit as somebody wants it beside what was saved in the meantime. */
export default function UnitConflict(props: {
  mine: UnitValues;
  myBuilding: UnitBuildingFragment | null;
  theirs: UnitFactsFragment;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}) {
  const { mine, myBuilding, theirs } = props;
  const t = useTranslations('units.form');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const saved = valuesOf(theirs);
  const buildings = [myBuilding, theirs.building];
  const building = (id: string | null) => {
    const found = buildings.find((one) => one?.id === id);
    return found ? buildingText(found) : t('noBuilding');
  };
  const number = (value: number | string) => (value === '' ? '' : format.number(Number(value)));
  const address = (values: UnitValues) =>
    values.address
      ? `${addressText(values.address)} ${values.address.region} ${values.address.country}`
      : t('inheritedAddress');
  const compared = (path: Parameters<typeof t>[0], text: (values: UnitValues) => string) => ({
    path,
    label: t(path),
    mine: text(mine),
    theirs: text(saved),
  });
  return (
    <ConflictDialog
      isOpen
      fields={[
        compared('category', ({ category }) => tEnums(`UnitCategory.${category}`)),
        compared('building', ({ buildingId }) => building(buildingId)),
        compared('code', ({ code }) => code),
        compared('entrance', ({ entranceCode }) => entranceCode),
        ...NUMBERS.map((path) => compared(path, (values) => number(values[path]))),
        compared('address', address),
      ]}
      onKeepMine={props.onKeepMine}
      onTakeTheirs={props.onTakeTheirs}
      onClose={props.onClose}
    />
  );
}
