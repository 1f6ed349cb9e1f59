import { stringify } from 'csv-stringify/sync';

/** Companies of a small organization; the manager of the stage reaches the first one only. */
export const SMALL_COMPANIES = [
  { code: 'LAKEVIEW', name: 'Lakeview Homes', currency: 'USD' },
  { code: 'RIVER', name: 'Riverside Rentals', currency: 'EUR' },
] as const;

/** The places of a unit that a row of our own layout names. */
type Row = Record<string, string | number>;

const CHICAGO = {
  city: 'Chicago',
  region: 'IL',
  country: 'US',
  jurisdiction: 'US-IL',
  time_zone: 'America/Chicago',
};

/**
 * Four properties with 39 units of every category and kind of address: buildings with and without entrances,
 * a single house, a property of a company that the manager does not reach.
 */
export function smallPortfolio(): string {
  const rows: Row[] = [
    ...unitsOf('LAKEVIEW', 'CLARK2800', 'Clark Street Flats', 'MULTIFAMILY', {
      street: '2800 N. Clark St.',
      postal_code: '60657',
      latitude: 41.9327,
      longitude: -87.6441,
    }),
    {
      ...propertyOf('LAKEVIEW', 'HALSTED12', 'Halsted Cottage', 'SINGLE_FAMILY'),
      street: '1200 W. Halsted Pl.',
      postal_code: '60607',
      latitude: 41.8668,
      longitude: -87.6474,
      unit_code: '1',
      category: 'HOUSE',
      bedrooms: 3,
      bathrooms: 1.5,
      area_m2: 110,
    },
    {
      ...propertyOf('LAKEVIEW', 'RACINE44', 'Racine Yard', 'PARKING'),
      street: '44 S. Racine Ave.',
      postal_code: '60607',
    },
    ...unitsOf('RIVER', 'WACKER100', 'Wacker Tower', 'SENIOR', {
      street: '100 E. Wacker Dr.',
      postal_code: '60601',
      latitude: 41.8878,
      longitude: -87.6246,
    }),
  ];
  return toCsv(rows);
}

function propertyOf(company: string, code: string, name: string, type: string): Row {
  return {
    company_code: company,
    property_code: code,
    property_name: name,
    property_type: type,
    ...CHICAGO,
  };
}

/** Two buildings: one of two entrances with eight apartments each, another of two flats, and a shop. */
function unitsOf(company: string, code: string, name: string, type: string, place: Row): Row[] {
  const key = { company_code: company, property_code: code };
  const apartments = [1, 2].flatMap((entrance) =>
    Array.from({ length: 8 }, (_none, index): Row => {
      const floor = Math.floor(index / 2);
      return {
        ...key,
        building_code: 'A',
        entrance,
        unit_code: `${entrance}${floor}${(index % 2) + 1}`,
        category: 'APARTMENT',
        bedrooms: (index % 3) + 1,
        bathrooms: 1,
        area_m2: 48 + 7.25 * index,
        floor,
      };
    }),
  );
  const others: Row[] = [
    { ...key, building_code: 'B', unit_code: '301', category: 'APARTMENT', bedrooms: 0, floor: 0 },
    { ...key, building_code: 'B', unit_code: '302', category: 'APARTMENT', bedrooms: 2, floor: 1 },
    { ...key, building_code: 'A', unit_code: 'SHOP', category: 'COMMERCIAL', area_m2: 120 },
  ];
  const [first = {}, ...rest] = apartments;
  const facts = { ...propertyOf(company, code, name, type), ...place };
  return [{ ...facts, ...first }, ...rest, ...others];
}

function toCsv(rows: Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return stringify(rows, { header: true, columns });
}
