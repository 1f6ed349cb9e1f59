import { writeFile } from 'node:fs/promises';

const TITLES =
  'company_code,property_code,property_name,property_type,street,postal_code,city,country,jurisdiction,time_zone,building_code,unit_code,category,bedrooms';

/** Writes a portfolio in our own layout: so many properties of one building with so many apartments each. */
export async function writePortfolio(
  file: string,
  company: string,
  properties: number,
  units: number,
): Promise<void> {
  const lines = [TITLES];
  for (let property = 1; property <= properties; property++) {
    const facts = `Row ${property},MULTIFAMILY,${property} N. Clark St.,60657,Chicago,US,US-IL,America/Chicago`;
    for (let unit = 1; unit <= units; unit++) {
      lines.push(`${company},P${property},${facts},A,${unit},APARTMENT,2`);
    }
  }
  await writeFile(file, `${lines.join('\n')}\n`);
}
