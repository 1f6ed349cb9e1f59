const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The UUID inside of an id of the graph, such as `bldg_01J9…` (26 digits of Crockford's base 32): histories
 * hold what the rooms store.
 */
export function uuidOf(id: string): string {
  const digits = id.slice(id.lastIndexOf('_') + 1);
  let value = 0n;
  for (const digit of digits) value = value * 32n + BigInt(Math.max(ALPHABET.indexOf(digit), 0));
  const hex = value.toString(16).padStart(32, '0');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
