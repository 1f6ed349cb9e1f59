import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { FindingCode, FindingSeverity } from './finding.js';

/** A remark of an import about a row, as it is stored. */
@Entity({ tableName: 'import_findings' })
export class ImportFinding {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  organizationId!: string;

  @Property({ type: 'uuid' })
  importId!: string;

  /** Order of the remarks of one import: those about the file first, then by rows. */
  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'integer', fieldName: 'row_number', nullable: true })
  row!: number | null;

  @Property({ type: 'text', fieldName: 'column_title', nullable: true })
  column!: string | null;

  @Property({ type: 'text' })
  severity!: FindingSeverity;

  @Property({ type: 'text' })
  code!: FindingCode;

  @Property({ type: 'text' })
  message!: string;

  @Property({ type: 'text', nullable: true })
  value!: string | null;

  @Property({ type: 'text', nullable: true })
  suggestion!: string | null;
}
