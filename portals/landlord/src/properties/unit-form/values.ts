import type {
  ChangeUnitInput,
  CreateUnitInput,
  UnitCategory,
  UnitFactsFragment,
} from '../gql/graphql';

export type AddressValues = {
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

/** What the form of a unit holds; a number that is not known is an empty text. */
export type UnitValues = {
  propertyId: string;
  buildingId: string | null;
  category: UnitCategory;
  code: string;
  entranceCode: string;
  floor: number | string;
  bedrooms: number | string;
  bathrooms: number | string;
  areaSquareMetres: number | string;
  /** Its own address; null where it inherits one. */
  address: AddressValues | null;
};

type Known = Pick<
  UnitFactsFragment,
  | 'category'
  | 'code'
  | 'entranceCode'
  | 'floor'
  | 'bedrooms'
  | 'bathrooms'
  | 'areaSquareMetres'
  | 'hasOwnAddress'
  | 'address'
> & { property: { id: string }; building: { id: string } | null };

export function addressValues(address: UnitFactsFragment['address']): AddressValues {
  const { line1, line2, postalCode, city, region, country } = address;
  return { line1, line2: line2 ?? '', postalCode, city, region: region ?? '', country };
}

/** A unit as the form shows it. */
export function valuesOf(unit: Known): UnitValues {
  return {
    propertyId: unit.property.id,
    buildingId: unit.building?.id ?? null,
    category: unit.category,
    code: unit.code,
    entranceCode: unit.entranceCode ?? '',
    floor: unit.floor ?? '',
    bedrooms: unit.bedrooms ?? '',
    bathrooms: unit.bathrooms ?? '',
    areaSquareMetres: unit.areaSquareMetres ?? '',
    address: unit.hasOwnAddress ? addressValues(unit.address) : null,
  };
}

/** The values as the room takes them: a house is in no building, and what is in none has no entrance. */
export function inputOf(values: UnitValues): CreateUnitInput {
  const buildingId = values.category === 'HOUSE' ? null : values.buildingId;
  return {
    propertyId: values.propertyId,
    buildingId,
    category: values.category,
    code: values.code.trim(),
    entranceCode: buildingId ? values.entranceCode.trim() || null : null,
    floor: numberOf(values.floor),
    bedrooms: numberOf(values.bedrooms),
    bathrooms: numberOf(values.bathrooms),
    areaSquareMetres: numberOf(values.areaSquareMetres),
    address: values.address && {
      line1: values.address.line1.trim(),
      line2: values.address.line2.trim() || null,
      postalCode: values.address.postalCode.trim(),
      city: values.address.city.trim(),
      region: values.address.region.trim() || null,
      country: values.address.country.trim(),
    },
  };
}

/** What `values` change of `base`, as the room takes it; what stays is left out. */
export function changesOf(
  base: UnitValues,
  values: UnitValues,
): Omit<ChangeUnitInput, 'unitId' | 'version'> {
  const before = inputOf(base);
  const { propertyId: _, ...after } = inputOf(values);
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => {
      const was = before[field as keyof CreateUnitInput];
      return JSON.stringify(was) !== JSON.stringify(value);
    }),
  );
}

/** What somebody changed of `base`, put on what is there now: what they left alone is as it is there. */
export function rebase(base: UnitValues, mine: UnitValues, theirs: UnitValues): UnitValues {
  const changed = Object.entries(mine).filter(
    ([field, value]) => JSON.stringify(base[field as keyof UnitValues]) !== JSON.stringify(value),
  );
  return { ...theirs, ...Object.fromEntries(changed) };
}

function numberOf(value: number | string): number | null {
  return value === '' ? null : Number(value);
}
