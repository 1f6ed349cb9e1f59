import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** The City of Chicago's list of affordable rental housing; data/README.md says where it comes from. */
const LIST = new URL('../../../../data/chicago-affordable-rental-housing.csv', import.meta.url);

/** One management company of the list with its rows; a demo organization is made of it. */
export interface DemoCompany {
  readonly name: string;
  /** As its rows count them. */
  readonly units: number;
  /** Its part of the list, header and all. */
  readonly csv: string;
}

/** The list by its management companies, the one with most units first. */
export async function readDemoList(): Promise<DemoCompany[]> {
  const rows: Record<string, string>[] = parse(await readFile(LIST), { bom: true, columns: true });
  const byName = new Map<string, Record<string, string>[]>();
  for (const row of rows) {
    const name = (row['Management Company'] ?? '').trim();
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return [...byName]
    .map(([name, own]) => ({
      name,
      units: own.reduce((sum, row) => sum + (Number(row['Units']) || 0), 0),
      csv: stringify(own, { header: true }),
    }))
    .toSorted((a, b) => b.units - a.units || a.name.localeCompare(b.name));
}
