import type {
  ChangePropertyInput,
  CreatePropertyInput,
  PropertyFactsFragment,
  PropertyType,
} from '../gql/graphql';
import { NO_ADDRESS, addressInput, addressValues } from '../property-place/address-values';
import type { AddressValues } from '../property-place/address-values';

/** What the form of a property holds; a point that is not known has empty texts. */
export type PropertyValues = {
  name: string;
  code: string;
  type: string;
  address: AddressValues;
  coordinates: { latitude: string; longitude: string };
  jurisdiction: string;
  timeZone: string;
};

export function newPropertyValues(timeZone: string): PropertyValues {
  return {
    name: '',
    code: '',
    type: 'MULTIFAMILY',
    address: NO_ADDRESS,
    coordinates: { latitude: '', longitude: '' },
    jurisdiction: '',
    timeZone,
  };
}

export function propertyValues(property: PropertyFactsFragment): PropertyValues {
  const { name, code, type, jurisdiction, timeZone, coordinates } = property;
  return {
    name,
    code,
    type,
    address: addressValues(property.address),
    coordinates: {
      latitude: String(coordinates?.latitude ?? ''),
      longitude: String(coordinates?.longitude ?? ''),
    },
    jurisdiction,
    timeZone,
  };
}

/** The values as the room takes them. */
export function propertyInput(values: PropertyValues): Omit<CreatePropertyInput, 'companyId'> {
  const { latitude, longitude } = values.coordinates;
  return {
    name: values.name.trim(),
    code: values.code.trim(),
    type: values.type as PropertyType,
    address: addressInput(values.address),
    coordinates: hasPoint(values)
      ? { latitude: Number(latitude), longitude: Number(longitude) }
      : null,
    jurisdiction: values.jurisdiction.trim(),
    timeZone: values.timeZone,
  };
}

/** Only the changed fields, as the room takes them; what is left out stays. */
export function propertyChange(
  values: PropertyValues,
  changed: readonly (keyof PropertyValues)[],
): Omit<ChangePropertyInput, 'propertyId' | 'version'> {
  const input = propertyInput(values);
  return Object.fromEntries(changed.map((field) => [field, input[field]]));
}

export function hasPoint({ coordinates }: PropertyValues): boolean {
  return Boolean(coordinates.latitude.trim() || coordinates.longitude.trim());
}

/** The two numbers of a point that somebody copied from a map as one text, such as "41.88, -87.63". */
export function pointOf(text: string): PropertyValues['coordinates'] | undefined {
  const [, latitude, longitude] =
    /^\s*(-?\d{1,2}\.\d+)[\s,;]+(-?\d{1,3}\.\d+)\s*$/.exec(text) ?? [];
  return latitude && longitude ? { latitude, longitude } : undefined;
}
