import { parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { FINDING_CODES, SEVERITIES } from '../finding-codes';
import type { ImportRowResultFilter } from '../gql/graphql';

/** Which findings are shown, in the address. */
export const findingsAddress = {
  severity: parseAsStringLiteral(SEVERITIES),
  code: parseAsStringLiteral(FINDING_CODES),
};

export type FindingsAddress = inferParserType<typeof findingsAddress>;

export function findingFilter({ severity, code }: FindingsAddress): ImportRowResultFilter {
  return { ...(severity && { severity }), ...(code && { code }) };
}
