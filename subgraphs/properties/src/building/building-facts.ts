import { z } from 'zod';
import { address } from '../address/address.js';
import { code, line } from '../text.js';

/** What a person says of a building, field by field. */
export const buildingShape = {
  code: code(5),
  name: line(200).nullish(),
  /** Where it differs from the property's. */
  address: address.nullish(),
};

/** What a person says of an entrance, apart from its code. */
export const entranceShape = {
  name: line(100).nullish(),
  addressLine: line(200).nullish(),
};

const buildingFacts = z.object(buildingShape);

export type BuildingFacts = z.output<typeof buildingFacts>;

/** A door of a building by which units are reached; known by its code. */
export interface Entrance {
  code: string;
  name: string | null;
  addressLine: string | null;
}
