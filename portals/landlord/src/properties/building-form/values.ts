import type { BuildingFactsFragment, ChangeBuildingInput } from '../gql/graphql';
import { addressInput, addressValues } from '../property-place/address-values';
import type { AddressValues } from '../property-place/address-values';

/** What the form of a building holds. */
export type BuildingValues = {
  code: string;
  name: string;
  /** Its own address; null where it is that of the property. */
  address: AddressValues | null;
};

export const NEW_BUILDING: BuildingValues = { code: '', name: '', address: null };

export function buildingValues(building: BuildingFactsFragment): BuildingValues {
  return {
    code: building.code,
    name: building.name ?? '',
    address: building.hasOwnAddress ? addressValues(building.address) : null,
  };
}

/** The values as the room takes them. */
export function buildingInput({ code, name, address }: BuildingValues) {
  return {
    code: code.trim(),
    name: name.trim() || null,
    address: address && addressInput(address),
  };
}

/** Only the changed fields, as the room takes them; what is left out stays. */
export function buildingChange(
  values: BuildingValues,
  changed: readonly (keyof BuildingValues)[],
): Omit<ChangeBuildingInput, 'buildingId' | 'version'> {
  const input = buildingInput(values);
  return Object.fromEntries(changed.map((field) => [field, input[field]]));
}
