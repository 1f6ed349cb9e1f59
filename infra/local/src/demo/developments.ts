import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { surveyPortfolio } from '@propertea/properties';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../portfolio-import.js';

/** The City of Chicago's list of affordable rental housing; data/README.md says where it comes from. */
export const DEVELOPMENTS_FILE = new URL(
  '../../../../data/chicago-affordable-rental-housing.csv',
  import.meta.url,
);

/** The rows of one management company, exactly as the City of Chicago lists them. */
export interface Portfolio {
  company: string;
  /** Sum of the column "Units", as far as it holds numbers. */
  units: number;
  csv: string;
}

/** What is to be said of a row of the list, and whose row it is. */
export interface DemoFinding extends Finding {
  company: string;
}

/** The list by management company, largest first. */
export async function readDevelopments(): Promise<Portfolio[]> {
  const byCompany = new Map<string, Row[]>();
  for (const row of await readRows()) {
    const company = companyOf(row);
    byCompany.set(company, [...(byCompany.get(company) ?? []), row]);
  }
  return [...byCompany]
    .map(([company, own]) => ({
      company,
      units: own.reduce((sum, row) => sum + (Number(row['Units']) || 0), 0),
      csv: stringify(own, { header: true }),
    }))
    .toSorted((a, b) => b.units - a.units || (a.company < b.company ? -1 : 1));
}

/**
 * What an import says of the list as a whole: with its own row numbers, and with what no organization
 * may learn from an import of its own, such as an address that another one claims as well.
 */
export async function surveyDevelopments(): Promise<DemoFinding[]> {
  const [{ findings }, rows] = await Promise.all([
    surveyPortfolio(createReadStream(DEVELOPMENTS_FILE)),
    readRows(),
  ]);
  return findings.map((finding) => ({
    ...finding,
    // Row 1 is the header.
    company: finding.row === null ? '' : companyOf(rows[finding.row - 2]),
  }));
}

type Row = Record<string, string>;

async function readRows(): Promise<Row[]> {
  return parse<Row>(await readFile(DEVELOPMENTS_FILE, 'utf8'), { columns: true, bom: true });
}

function companyOf(row: Row | undefined): string {
  return row?.['Management Company']?.trim() ?? '';
}
