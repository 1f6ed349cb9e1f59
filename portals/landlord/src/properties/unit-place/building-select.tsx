'use client';

import type { UnitBuildingFragment } from '../gql/graphql';
import { useUnitBuildingChoicesQuery } from '../gql/hooks';
import { addressText, buildingText } from './address-text';
import { RemoteSelect, useWords } from '@/shared/place/remote-select';
import type { RemoteSelectProps } from '@/shared/place/remote-select';

type Named = Pick<UnitBuildingFragment, 'id' | 'code' | 'name'>;

export interface BuildingSelectProps extends RemoteSelectProps {
  propertyId: string;
  value: Named | null;
  onChoose: (building: UnitBuildingFragment | null) => void;
}

/** A live building of a property, found by words of its code, name or address. */
export default function BuildingSelect(props: BuildingSelectProps) {
  const { propertyId, value, onChoose, ...rest } = props;
  const chosen = value && { id: value.id, text: buildingText(value) };
  const typing = useWords(chosen?.text ?? '');
  const { data, previousData, loading } = useUnitBuildingChoicesQuery({
    variables: { filter: { propertyId, search: typing.words } },
  });
  const found = (data ?? previousData)?.buildings?.nodes ?? [];
  return (
    <RemoteSelect
      {...rest}
      typing={typing}
      chosen={chosen}
      choices={found.map((one) => ({
        id: one.id,
        text: one.hasOwnAddress
          ? `${buildingText(one)} · ${addressText(one.address)}`
          : buildingText(one),
      }))}
      isLoading={loading}
      onChoose={(id) => onChoose(found.find((one) => one.id === id) ?? null)}
    />
  );
}
