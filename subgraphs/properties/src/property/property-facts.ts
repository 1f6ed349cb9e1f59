import { timeZone } from '@propertea/kernel';
import { z } from 'zod';
import { address, coordinates, jurisdiction } from '../address/address.js';
import { code, line } from '../text.js';
import { PropertyType } from './property-type.js';

/** What a person says of a property, field by field. */
export const propertyShape = {
  code: code(10),
  name: line(200),
  type: z.enum(PropertyType),
  address,
  coordinates: coordinates.nullish(),
  jurisdiction,
  timeZone,
};

const propertyFacts = z.object(propertyShape);

export type PropertyFacts = z.output<typeof propertyFacts>;
