const LITERAL = /E'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'/gis;

/**
 * A statement with `?` in the place of its texts: the mapper writes values into the statement, and what
 * people typed must not travel with a trace. Numbers stay.
 */
export function withoutLiterals(sql: string): string {
  return sql.replaceAll(LITERAL, '?');
}
