import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { drawFrom } from './draw.js';

/** Advertised rents of apartments; data/README.md says where they come from. */
const RENTS_FILE = new URL('../../../../data/rents-by-bedrooms.csv', import.meta.url);

const rowsShape = z.array(
  z.object({ bedrooms: z.coerce.number().int(), monthly_rent_usd: z.coerce.number().int() }),
);

/** The share of the cheapest and of the dearest advertisements that nobody's rent is drawn from. */
const ODD = 0.05;
const ROUNDING_MINOR = 500;

/** Draws what a unit costs a month. */
export class Rents {
  private constructor(private readonly sorted: ReadonlyMap<number | null, readonly number[]>) {}

  static async read(): Promise<Rents> {
    const rows = rowsShape.parse(parse(await readFile(RENTS_FILE, 'utf8'), { columns: true }));
    const sorted = new Map<number | null, readonly number[]>();
    for (const bedrooms of [null, ...new Set(rows.map((row) => row.bedrooms))]) {
      const rents = rows
        .filter((row) => bedrooms === null || row.bedrooms === bedrooms)
        .map((row) => row.monthly_rent_usd)
        .toSorted((a, b) => a - b);
      const odd = Math.floor(rents.length * ODD);
      sorted.set(bedrooms, rents.slice(odd, rents.length - odd));
    }
    return new Rents(sorted);
  }

  /** Cents a month, a multiple of five dollars, of an apartment of so many bedrooms; of any where nobody knows. */
  ofUnit(reference: string, bedrooms: number | null): number {
    const rents = this.sorted.get(bedrooms) ?? this.sorted.get(null) ?? [];
    const cents = drawFrom(rents, 'rent', reference) * 100;
    return Math.max(1, Math.round(cents / ROUNDING_MINOR)) * ROUNDING_MINOR;
  }
}
