import type { EntityManager } from '@mikro-orm/postgresql';
import { insertRows } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { FindingSeverity, type Finding, type FindingCount } from './finding.js';
import type { Import } from './import.entity.js';
import type { PortfolioRow } from './portfolio-reader.js';

const FINDING_COLUMNS =
  'id uuid, organization_id uuid, import_id uuid, position int, row_number int, column_title text, severity text, code text, message text, value text, suggestion text';
const REJECTION_COLUMNS =
  'organization_id uuid, import_id uuid, row_number int, cells jsonb, reasons jsonb';

/** Remarks about the file come before those about its rows and are known last. */
const ROWS_START = 1_000_000;

const weight: Readonly<Record<FindingSeverity, number>> = { ERROR: 0, CORRECTION: 1, NOTICE: 2 };

/** Removes what an import has said so far, and the rows that it rejected. */
export async function forgetFindings(
  em: EntityManager,
  { id, organizationId }: Import,
): Promise<void> {
  for (const table of ['import_findings', 'import_rejections']) {
    await em.execute(
      `delete from properties.${table} where organization_id = ? and import_id = ?`,
      [organizationId, id],
    );
  }
}

/** Writes what an import says of its rows, and the rejected rows themselves, batch by batch. */
export class ImportReport {
  corrections = 0;
  notices = 0;
  rowsRejected = 0;
  readonly #counts = new Map<string, FindingCount>();
  #filePosition = 0;
  #rowPosition = ROWS_START;
  readonly #findings: object[] = [];
  readonly #rejections: object[] = [];

  private constructor(
    private readonly em: EntityManager,
    private readonly importId: string,
    private readonly organizationId: string,
  ) {}

  /** Begins anew: what an earlier run of the same import said is removed. */
  static async open(em: EntityManager, of: Import): Promise<ImportReport> {
    await forgetFindings(em, of);
    return new ImportReport(em, of.id, of.organizationId);
  }

  /** How many findings there are of each kind: errors first, most frequent first. */
  get counts(): FindingCount[] {
    return [...this.#counts.values()].toSorted(
      (a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count,
    );
  }

  addRow({ row, cells, findings }: PortfolioRow): void {
    for (const finding of findings.all) this.add(finding);
    if (!findings.rejected) return;
    this.rowsRejected++;
    this.#rejections.push({
      organization_id: this.organizationId,
      import_id: this.importId,
      row_number: row,
      cells,
      reasons: findings.all
        .filter(({ severity }) => severity === FindingSeverity.ERROR)
        .map(({ column, message }) => (column === null ? message : `${column}: ${message}`)),
    });
  }

  add({ row, column, severity, code, message, value, suggestion }: Finding): void {
    if (severity === FindingSeverity.CORRECTION) this.corrections++;
    if (severity === FindingSeverity.NOTICE) this.notices++;
    const kind = `${severity} ${code}`;
    const counted = this.#counts.get(kind);
    if (counted) counted.count++;
    else this.#counts.set(kind, { code, severity, count: 1 });
    this.#findings.push({
      id: newId(),
      organization_id: this.organizationId,
      import_id: this.importId,
      position: row === null ? this.#filePosition++ : this.#rowPosition++,
      row_number: row,
      column_title: column,
      severity,
      code,
      message,
      value,
      suggestion,
    });
  }

  async write(): Promise<void> {
    await insertRows(
      this.em,
      'properties.import_findings',
      FINDING_COLUMNS,
      this.#findings.splice(0),
    );
    await insertRows(
      this.em,
      'properties.import_rejections',
      REJECTION_COLUMNS,
      this.#rejections.splice(0),
    );
  }
}
