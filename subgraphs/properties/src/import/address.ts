/** How a street line names a place. */
export enum AddressKind {
  SINGLE = 'SINGLE',
  RANGE = 'RANGE',
  SEVERAL = 'SEVERAL',
}

const RANGE = /^\s*\d+[A-Z]?\s*(?:-|–|—|to)\s*\d+/iu;
const SEVERAL = /^\s*\d+[A-Z]?\s*(?:,|&|\/|\band\b)\s*\d+|[A-Za-z.]\s*\/\s*[A-Za-z]|;/iu;

/**
 * `5900-6100 S. Green/Peoria/Sangamon` is a range and several addresses at once; `12 1/2 Main St.`
 * is neither. The line itself is never taken apart: what it means stays with people.
 */
export function addressKinds(line: string): AddressKind[] {
  const kinds: AddressKind[] = [];
  if (RANGE.test(line)) kinds.push(AddressKind.RANGE);
  if (SEVERAL.test(line)) kinds.push(AddressKind.SEVERAL);
  return kinds.length > 0 ? kinds : [AddressKind.SINGLE];
}

/** Words that mail addresses shorten (USPS Publication 28, appendices B and C). */
const short: Readonly<Record<string, string>> = {
  NORTH: 'N',
  SOUTH: 'S',
  EAST: 'E',
  WEST: 'W',
  NORTHEAST: 'NE',
  NORTHWEST: 'NW',
  SOUTHEAST: 'SE',
  SOUTHWEST: 'SW',
  STREET: 'ST',
  AVENUE: 'AVE',
  AV: 'AVE',
  BOULEVARD: 'BLVD',
  ROAD: 'RD',
  PLACE: 'PL',
  DRIVE: 'DR',
  COURT: 'CT',
  LANE: 'LN',
  TERRACE: 'TER',
  PARKWAY: 'PKWY',
  HIGHWAY: 'HWY',
  SQUARE: 'SQ',
  PLAZA: 'PLZ',
  CIRCLE: 'CIR',
  STRASSE: 'STR',
};

/**
 * A street line in the form by which two lines are the same place: upper case, no punctuation but
 * that of house numbers, one space, usual words shortened. `1129 S. Sacramento Avenue` and
 * `1129 S Sacramento Ave` are equal; misspelt streets are not.
 */
export function normalAddress(line: string): string {
  return line
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[–—]/gu, '-')
    .replace(/[.'’]/gu, ' ')
    .replace(/\s*([-,/&;])\s*/gu, '$1')
    .replace(/(\d)\s+(ST|ND|RD|TH)\b(?=\s)/gu, '$1$2')
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => short[word] ?? word)
    .join(' ');
}

/** A name in the form by which two names are the same: lower case, one space. */
export function normalName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/gu, ' ');
}

/** What makes a property the same one in a list and in the portfolio: company, name, address. */
export function naturalKey(
  company: string,
  name: string,
  street: string,
  postalCode: string,
): string {
  return [
    company,
    normalName(name),
    normalAddress(street),
    postalCode.toUpperCase().replace(/\s/gu, ''),
  ].join('\n');
}
