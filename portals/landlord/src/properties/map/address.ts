import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { wordsOf } from '@/shared/list/list-address';
import type { PropertyMapQueryVariables } from '../gql/graphql';

export const SHAPES = ['tiles', 'plot'] as const;
/** The points over the tiles of a map, or plainly. */
export type Shape = (typeof SHAPES)[number];

/** What the map keeps in its address: words, and the property that is looked at. */
export const mapAddress = {
  q: parseAsString.withDefault(''),
  focus: parseAsString,
  shape: parseAsStringLiteral(SHAPES),
};

export function mapVariables({ q }: inferParserType<typeof mapAddress>): PropertyMapQueryVariables {
  return { filter: { search: wordsOf(q), hasCoordinates: true } };
}
