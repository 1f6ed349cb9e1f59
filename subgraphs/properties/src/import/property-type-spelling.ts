import { PropertyType } from '../property/property-type.js';
import { closest } from './suggestion.js';

export interface TypeReading {
  type: PropertyType;
  /** What the cell should have said, where it was misspelt. */
  corrected?: string;
  /** What the cell says beyond the type; the portfolio does not keep it. */
  lost?: string;
}

/** What lists call the types; the first spelling of each is the one that suggestions use. */
const spellings: readonly (readonly [PropertyType, readonly string[]])[] = [
  [PropertyType.MULTIFAMILY, ['Multifamily', 'Multi-family']],
  [PropertyType.SINGLE_FAMILY, ['Single family', 'Single-family']],
  [PropertyType.SENIOR, ['Senior', 'Seniors']],
  [PropertyType.SUPPORTIVE_HOUSING, ['Supportive Housing', 'Supportive']],
  [PropertyType.PEOPLE_WITH_DISABILITIES, ['People with Disabilities']],
  [PropertyType.VETERANS, ['Veterans']],
  [PropertyType.ARTISTS, ['Artist Housing', 'Artist Live/Work Space']],
  [PropertyType.INTERGENERATIONAL, ['Inter-generational', 'Intergenerational']],
  [PropertyType.SINGLE_ROOM_OCCUPANCY, ['SRO', 'Single room occupancy']],
  [PropertyType.INCLUSIONARY, ['ARO', 'Inclusionary']],
  [PropertyType.STUDENT, ['Student']],
  [PropertyType.MIXED_USE, ['Mixed use', 'Mixed-use']],
  [PropertyType.COMMERCIAL, ['Commercial']],
  [PropertyType.PARKING, ['Parking']],
  [PropertyType.OTHER, ['Other']],
];

/** Spellings that name a type and something else beside it. */
const narrowed: readonly (readonly [string, PropertyType, string])[] = [
  ['65+/Supportive', PropertyType.SUPPORTIVE_HOUSING, '65+'],
  ['Disabled/Homeless', PropertyType.PEOPLE_WITH_DISABILITIES, 'Homeless'],
  ['Multifamily/Artists', PropertyType.MULTIFAMILY, 'Artists'],
  ['Senior HUD 202', PropertyType.SENIOR, 'HUD 202'],
  ['Senior LGBTQ', PropertyType.SENIOR, 'LGBTQ'],
  ['Supportive/HIV/AIDS', PropertyType.SUPPORTIVE_HOUSING, 'HIV/AIDS'],
  ['Supportive/Kinship Families', PropertyType.SUPPORTIVE_HOUSING, 'Kinship Families'],
  ['Supportive/Males 18-24yrs.', PropertyType.SUPPORTIVE_HOUSING, 'Males 18-24yrs.'],
  ['Supportive/Teenage Moms', PropertyType.SUPPORTIVE_HOUSING, 'Teenage Moms'],
  ['Supportive/Veterans', PropertyType.SUPPORTIVE_HOUSING, 'Veterans'],
  ['Supportive/Youth/Kinship Families', PropertyType.SUPPORTIVE_HOUSING, 'Youth/Kinship Families'],
];

/** Misspellings that were met in lists and can only mean one thing. */
const misspelt: readonly (readonly [string, PropertyType])[] = [
  ['Multfamily', PropertyType.MULTIFAMILY],
  ['Multigfamily', PropertyType.MULTIFAMILY],
  ['Mutifamily', PropertyType.MULTIFAMILY],
];

const key = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

const readings = new Map<string, TypeReading>([
  ...spellings.flatMap(([type, names]) =>
    [type, ...names].map((name): [string, TypeReading] => [key(name), { type }]),
  ),
  ...narrowed.map(([name, type, lost]): [string, TypeReading] => [key(name), { type, lost }]),
  ...misspelt.map(([name, type]): [string, TypeReading] => [key(name), { type, corrected: type }]),
]);

const typeOfSpelling = new Map(
  spellings.flatMap(([type, names]) =>
    [type, ...names].map((name): [string, string] => [name, type]),
  ),
);

/** Which type a cell names; undefined where it names none that is known. */
export function readPropertyType(text: string): TypeReading | undefined {
  return readings.get(key(text));
}

/** The type whose name comes nearest to a spelling that nobody knows, by edit distance. */
export function suggestPropertyType(text: string): string | undefined {
  const near = closest(text, typeOfSpelling.keys());
  return near === undefined ? undefined : typeOfSpelling.get(near);
}
