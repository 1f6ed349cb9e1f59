import type { AddressInput } from '../gql/graphql';

/** An address as a form holds it. */
export type AddressValues = {
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  region: string;
  country: string;
};

export const ADDRESS_FIELDS = [
  'line1',
  'line2',
  'postalCode',
  'city',
  'region',
  'country',
] as const satisfies readonly (keyof AddressValues)[];

export const NO_ADDRESS: AddressValues = {
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  country: '',
};

export function addressValues(address: AddressInput): AddressValues {
  const { line1, line2, postalCode, city, region, country } = address;
  return { line1, line2: line2 ?? '', postalCode, city, region: region ?? '', country };
}

/** An address as the room takes it. */
export function addressInput(values: AddressValues): AddressInput {
  return {
    line1: values.line1.trim(),
    line2: values.line2.trim() || null,
    postalCode: values.postalCode.trim(),
    city: values.city.trim(),
    region: values.region.trim() || null,
    country: values.country,
  };
}
