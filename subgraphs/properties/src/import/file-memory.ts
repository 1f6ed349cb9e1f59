import { naturalKey, normalAddress } from './address.js';
import type { DevelopmentField } from './developments-columns.js';
import type { RowFindings } from './finding.js';
import type { PropertyProposal, RowProposal } from './proposal.js';
import type { RowCells } from './row-cells.js';

/** Remembers which property of a file claims which address. */
export class AddressClaims {
  readonly #claims = new Map<string, { row: number; name: string; key: string }>();

  /** Notes an address that another property claimed before; the first claim stays. */
  claim(
    key: string,
    property: PropertyProposal,
    findings: RowFindings,
    at: { column: string; value: string },
  ): void {
    const place = [normalAddress(property.street), property.postalCode, property.country].join(
      '\n',
    );
    const first = this.#claims.get(place);
    if (!first) {
      this.#claims.set(place, { row: findings.row, name: property.name, key });
    } else if (first.key !== key) {
      findings.notice(
        'ADDRESS_SHARED',
        `“${first.name}” in row ${first.row} claims the same address.`,
        at,
      );
    }
  }
}

interface SeenDevelopment {
  row: number;
  type: string;
  units: number;
  latitude: number | null;
  longitude: number | null;
}

/** What the rows of a list of developments have said so far. */
export class DevelopmentsMemory {
  readonly #seen = new Map<string, SeenDevelopment>();
  readonly #claims = new AddressClaims();

  /** True where the row is new; says in `findings` whether it repeats or contradicts an earlier one. */
  admit(proposal: RowProposal, cells: RowCells<DevelopmentField>): boolean {
    const { property, propertyKey } = proposal;
    const seen = this.#seen.get(propertyKey);
    if (!seen) {
      const { type, latitude, longitude } = property;
      this.#seen.set(propertyKey, {
        row: cells.findings.row,
        type,
        units: proposal.units.length,
        latitude,
        longitude,
      });
      this.#claims.claim(propertyKey, property, cells.findings, cells.at('street'));
      return true;
    }
    const before = `Row ${seen.row} lists this property (same company, name and address)`;
    const mend = `Keep one of rows ${seen.row} and ${cells.findings.row}.`;
    if (seen.units !== proposal.units.length) {
      cells.findings.error(
        'CONFLICTING_ROW',
        `${before} with ${seen.units} units.`,
        cells.at('units', mend),
      );
    }
    if (seen.type !== property.type) {
      cells.findings.error('CONFLICTING_ROW', `${before} as ${seen.type}.`, cells.at('type', mend));
    }
    if (seen.latitude !== property.latitude || seen.longitude !== property.longitude) {
      cells.findings.error(
        'CONFLICTING_ROW',
        `${before} at other coordinates.`,
        cells.at('latitude', mend),
      );
    }
    if (!cells.findings.rejected) {
      cells.findings.notice('REPEATED_ROW', `Row ${seen.row} says the same.`);
    }
    return false;
  }
}

/** The natural key of a property that a row describes. */
export function keyOf(property: PropertyProposal): string {
  return naturalKey(property.company.id, property.name, property.street, property.postalCode);
}
