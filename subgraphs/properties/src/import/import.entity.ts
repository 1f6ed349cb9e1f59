import { isDeepStrictEqual } from 'node:util';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';
import type { FindingCount } from './finding.js';
import type { FieldSource, FileColumn, MappingProposal } from './import-field.js';
import { IMPORT_LIMITS } from './limits.js';

export enum ImportState {
  UPLOADED = 'UPLOADED',
  VALIDATING = 'VALIDATING',
  IMPORTING = 'IMPORTING',
  COMPLETED = 'COMPLETED',
  FAILED = 'FAILED',
  DISCARDED = 'DISCARDED',
}

export enum ImportLayout {
  DEVELOPMENTS = 'DEVELOPMENTS',
  UNITS = 'UNITS',
}

/** What an import did, or would do in a dry run; accepted + unchanged + rejected are all rows. */
export interface ImportResult {
  layout: ImportLayout;
  titles: string[];
  rowsTotal: number;
  rowsAccepted: number;
  rowsUnchanged: number;
  rowsRejected: number;
  propertiesCreated: number;
  buildingsCreated: number;
  unitsCreated: number;
  corrections: number;
  notices: number;
  findingCounts: FindingCount[] | null;
}

/** How a file is to be read: nulls leave it to its header. */
export interface Reading {
  layout: ImportLayout | null;
  mapping: FieldSource[] | null;
}

const nothing: Omit<ImportResult, 'layout' | 'titles' | 'rowsTotal'> = {
  rowsAccepted: 0,
  rowsUnchanged: 0,
  rowsRejected: 0,
  propertiesCreated: 0,
  buildingsCreated: 0,
  unitsCreated: 0,
  corrections: 0,
  notices: 0,
  findingCounts: null,
};

/** One uploaded portfolio file and what became of it. */
@Entity({ tableName: 'imports' })
export class Import extends OrganizationAggregate {
  /** The person; null where the platform itself imports. */
  @Property({ type: 'uuid', nullable: true })
  uploadedBy!: string | null;

  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'integer' })
  fileBytes!: number;

  @Property({ type: 'text' })
  state!: ImportState;

  @Property({ type: 'boolean' })
  isDryRun!: boolean;

  @Property({ type: 'text', nullable: true })
  layout!: ImportLayout | null;

  /** The header of the file, for the rejected rows. */
  @Property({ type: 'json', nullable: true, hidden: true })
  titles!: string[] | null;

  /** Null once it is discarded, and for files that came before mappings did. */
  @Property({ type: 'json', nullable: true, hidden: true })
  columns!: FileColumn[] | null;

  @Property({ type: 'json', nullable: true, hidden: true })
  proposal!: MappingProposal | null;

  /** As a person gave it; null goes by the header. */
  @Property({ type: 'json', nullable: true })
  mapping!: FieldSource[] | null;

  @Property({ type: 'json', nullable: true, hidden: true })
  findingCounts!: FindingCount[] | null;

  @Property({ type: 'integer', nullable: true })
  rowsTotal!: number | null;

  /** Progress; written beside the import's own transaction while it runs. */
  @Property({ type: 'integer', hidden: true })
  rowsDone!: number;

  @Property({ type: 'integer' })
  rowsAccepted!: number;

  @Property({ type: 'integer' })
  rowsUnchanged!: number;

  @Property({ type: 'integer' })
  rowsRejected!: number;

  @Property({ type: 'integer' })
  propertiesCreated!: number;

  @Property({ type: 'integer' })
  buildingsCreated!: number;

  @Property({ type: 'integer' })
  unitsCreated!: number;

  @Property({ type: 'integer' })
  corrections!: number;

  @Property({ type: 'integer' })
  notices!: number;

  @Property({ type: 'text', nullable: true })
  failure!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  requestedAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  finishedAt!: Date | null;

  static upload(
    organizationId: string,
    file: {
      id: string;
      uploadedBy: string | null;
      fileName: string;
      fileBytes: number;
      columns: FileColumn[];
      proposal: MappingProposal | null;
    },
  ): Import {
    return Object.assign(new Import(), file, nothing, {
      organizationId,
      state: ImportState.UPLOADED,
      isDryRun: false,
      layout: null,
      mapping: null,
      titles: null,
      rowsTotal: null,
      rowsDone: 0,
      failure: null,
      requestedAt: null,
      finishedAt: null,
    });
  }

  get isRunning(): boolean {
    return this.state === ImportState.VALIDATING || this.state === ImportState.IMPORTING;
  }

  /** Whether its rows were written to the portfolio. */
  get isImported(): boolean {
    return this.state === ImportState.COMPLETED && !this.isDryRun;
  }

  /** When the file goes unless it is imported before; null where it is no longer needed. */
  get fileKeptUntil(): Date | null {
    if (this.isImported || this.state === ImportState.DISCARDED) return null;
    return new Date(this.createdAt.getTime() + IMPORT_LIMITS.keptMs);
  }

  /**
   * Asks for the import, or for a dry run of it. False where this is what it is doing already or
   * has done: asking twice imports once. Throws CONFLICT while it does something else, and once it
   * was imported or discarded.
   */
  request(isDryRun: boolean, now: Date, reading: Reading): boolean {
    if (this.state === ImportState.DISCARDED) {
      throw conflict('This import was discarded. Upload the file again.', 'importId');
    }
    const isSame = this.isDryRun === isDryRun && isSameReading(this, reading);
    if (this.isRunning) {
      if (isSame) return false;
      throw conflict(
        this.isDryRun
          ? 'A dry run of this import is under way. Wait until it has ended.'
          : 'This import is under way. Wait until it has ended.',
        'importId',
      );
    }
    if (this.isImported) {
      if (isSame) return false;
      throw conflict(
        'This file has been imported. Upload it again to read it in another way.',
        isDryRun ? 'dryRun' : 'mapping',
      );
    }
    Object.assign(this, nothing, { rowsTotal: null, rowsDone: 0, failure: null, finishedAt: null });
    this.state = ImportState.VALIDATING;
    this.isDryRun = isDryRun;
    this.layout = reading.layout;
    this.mapping = reading.mapping;
    this.requestedAt = now;
    return true;
  }

  /**
   * Gives the upload up; a dry run that is under way ends by itself. False where that was done
   * before. Throws CONFLICT once its rows are being written or were.
   */
  discard(): boolean {
    if (this.state === ImportState.DISCARDED) return false;
    if (this.isImported) {
      throw conflict('This file has been imported; what it brought stays.', 'importId');
    }
    if (this.isRunning && !this.isDryRun) {
      throw conflict('This import is under way and can no longer be stopped.', 'importId');
    }
    Object.assign(this, nothing, { rowsTotal: null, rowsDone: 0, titles: null, columns: null });
    this.proposal = null;
    this.state = ImportState.DISCARDED;
    return true;
  }

  /** The file as a whole can be read; its rows are now written. A dry run stays with validating. */
  start(rowsTotal: number): void {
    this.rowsTotal = rowsTotal;
    this.rowsDone = 0;
    if (!this.isDryRun) this.state = ImportState.IMPORTING;
  }

  complete(result: ImportResult, now: Date): void {
    Object.assign(this, result);
    this.rowsDone = result.rowsTotal;
    this.state = ImportState.COMPLETED;
    this.finishedAt = now;
  }

  /** `reason` is written for the person who uploaded the file. */
  fail(reason: string, now: Date, findingCounts: FindingCount[]): void {
    this.state = ImportState.FAILED;
    this.findingCounts = findingCounts;
    this.failure = reason;
    this.finishedAt = now;
  }
}

function isSameReading(a: Reading, b: Reading): boolean {
  return a.layout === b.layout && isDeepStrictEqual(a.mapping, b.mapping);
}

function conflict(message: string, field: string): DomainError {
  return new DomainError('CONFLICT', message, { path: ['input', field] });
}
