import { formRules } from '@propertea/kernel';
import { z } from 'zod';
import { address } from '../address/address.js';
import { code } from '../text.js';
import { UnitCategory } from './unit-category.js';

const SQUARE_DECIMETRES = 100;

/** Square metres with two decimals, such as 52.75. */
const area = z
  .number()
  .min(0.01, 'An area is at least 0.01 square metres.')
  .max(1_000_000)
  .refine(
    (metres) => Math.abs(metres * SQUARE_DECIMETRES - areaToStore(metres)) < 1e-6,
    'Use at most two decimals.',
  )
  .register(formRules, { multipleOf: 1 / SQUARE_DECIMETRES });

/** What a person says of a unit, field by field. */
export const unitShape = {
  code: code(10),
  category: z.enum(UnitCategory),
  entranceCode: code(5).nullish(),
  bedrooms: z.int().min(0).max(50).nullish(),
  /** In halves: 1.5 is a bath and a half. */
  bathrooms: z.number().min(0).max(50).multipleOf(0.5, 'Count bathrooms in halves.').nullish(),
  areaSquareMetres: area.nullish(),
  floor: z.int().min(-10).max(200).nullish(),
  /** Where it differs from the building's or the property's. */
  address: address.nullish(),
};

const unitFacts = z.object(unitShape);

export type UnitFacts = z.output<typeof unitFacts>;

/** Square metres as whole hundredths (square decimetres). */
export function areaToStore(squareMetres: number): number {
  return Math.round(squareMetres * SQUARE_DECIMETRES);
}

export function areaToShow(squareDecimetres: number): number {
  return squareDecimetres / SQUARE_DECIMETRES;
}
