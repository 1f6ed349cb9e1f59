import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { OrganizationAggregate } from '@propertea/chassis/store';
import { DomainError } from '@propertea/kernel';

export enum ImportState {
  UPLOADED = 'UPLOADED',
  VALIDATING = 'VALIDATING',
  IMPORTING = 'IMPORTING',
  COMPLETED = 'COMPLETED',
  FAILED = 'FAILED',
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
    file: { id: string; uploadedBy: string | null; fileName: string; fileBytes: number },
  ): Import {
    return Object.assign(new Import(), file, nothing, {
      organizationId,
      state: ImportState.UPLOADED,
      isDryRun: false,
      layout: null,
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

  /**
   * Asks for the import, or for a dry run of it. False where this is what it is doing already or
   * has done: asking twice imports once. Throws CONFLICT while it runs in the other mode.
   */
  request(isDryRun: boolean, now: Date): boolean {
    if (this.isRunning) {
      if (this.isDryRun === isDryRun) return false;
      throw new DomainError(
        'CONFLICT',
        this.isDryRun ? 'A dry run of this import is under way.' : 'This import is under way.',
        { path: ['input', 'importId'] },
      );
    }
    if (this.state === ImportState.COMPLETED && !this.isDryRun) {
      if (!isDryRun) return false;
      throw new DomainError(
        'CONFLICT',
        'This file has been imported. Upload it again for a dry run.',
        {
          path: ['input', 'dryRun'],
        },
      );
    }
    Object.assign(this, nothing, { rowsTotal: null, rowsDone: 0, failure: null, finishedAt: null });
    this.state = ImportState.VALIDATING;
    this.isDryRun = isDryRun;
    this.requestedAt = now;
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
  fail(reason: string, now: Date): void {
    this.state = ImportState.FAILED;
    this.failure = reason;
    this.finishedAt = now;
  }
}
