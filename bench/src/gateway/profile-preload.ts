/**
 * Loaded before a program that is profiled: built-in functions have no frame of their own in a profile, so
 * these two get one.
 */
const { parse, stringify } = JSON;

JSON.parse = function jsonParse(text, reviver) {
  return parse(text, reviver) as unknown;
};
JSON.stringify = function jsonStringify(value: unknown, replacer?: never, space?: string | number) {
  return stringify(value, replacer, space);
};
