import { currencyCode, localDate } from '@propertea/kernel';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSONObject, GraphQLSafeInt } from 'graphql-scalars';
import type { z } from 'zod';

/** An instant, as RFC 3339 in UTC. */
export const DateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant, as RFC 3339 in UTC: 2026-01-31T09:30:00.000Z.',
  extensions: {},
  astNode: undefined,
});

/** A whole number up to 2^53 − 1, for what Int is too small for. */
export const SafeInt = new GraphQLScalarType({
  ...GraphQLSafeInt.toConfig(),
  name: 'SafeInt',
  description: 'A whole number between −(2^53 − 1) and 2^53 − 1.',
  specifiedByURL: undefined,
  extensions: {},
  astNode: undefined,
});

export const JSONObject = new GraphQLScalarType({
  ...GraphQLJSONObject.toConfig(),
  name: 'JSONObject',
  description: 'An object of JSON.',
  specifiedByURL: undefined,
  extensions: {},
  astNode: undefined,
});

/** A calendar day without time or zone. */
export const LocalDate = textScalar(
  'LocalDate',
  'A calendar day as YYYY-MM-DD, without time or zone.',
  localDate,
);

/** A currency of ISO 4217. */
export const CurrencyCode = textScalar(
  'CurrencyCode',
  'A currency by its three letters of ISO 4217, such as USD.',
  currencyCode,
);

function textScalar(
  name: string,
  description: string,
  schema: z.ZodType<string>,
): GraphQLScalarType {
  const parse = (value: unknown): string => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new GraphQLError(`${name}: ${parsed.error.issues[0]?.message ?? 'invalid value'}`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}
