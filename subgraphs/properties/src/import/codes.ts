import { createHash } from 'node:crypto';
import { normalAddress, normalName } from './address.js';

const CODE_LENGTH = 10;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The building that stands for a whole development where a list knows no buildings. */
export const ONLY_BUILDING_CODE = 'A';

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/^THE\s+/u, '')
    .replace(/[^A-Z0-9]/gu, '');

/**
 * A property code from its name and house number, the same for the same file:
 * `Park Douglas`, `1302-06 S. Washtenaw Ave.` → `PARKDO1302`. Where that code is taken, its end
 * becomes a digest of name and address. At most 10 of `[A-Z0-9]`.
 */
export function propertyCode(
  name: string,
  street: string,
  isTaken: (code: string) => boolean,
): string {
  const number = /^\s*(\d{1,5})/u.exec(street)?.[1] ?? '';
  const stem = letters(name) || 'P';
  const plain = stem.slice(0, CODE_LENGTH - number.length) + number;
  if (!isTaken(plain)) return plain;
  for (let attempt = 0; ; attempt++) {
    const code =
      stem.slice(0, 4) + digest(`${normalName(name)}\n${normalAddress(street)}\n${attempt}`, 6);
    if (!isTaken(code)) return code;
  }
}

function digest(text: string, length: number): string {
  const bytes = createHash('sha256').update(text).digest();
  return Array.from({ length }, (_, index) => ALPHABET[(bytes[index] ?? 0) % ALPHABET.length]).join(
    '',
  );
}

/** Codes of generated units, `001` to the last; all of one length, so that they sort as they count. */
export function unitCodes(count: number): string[] {
  const width = Math.max(3, String(count).length);
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(width, '0'));
}
