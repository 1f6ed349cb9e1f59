import type { EntityManager } from '@mikro-orm/postgresql';
import type { RoomServices } from '@propertea/chassis/graph';
import { type Actor, defineCommand, executeCommand, sessionFor } from '@propertea/chassis/store';
import { z } from 'zod';
import { CompanyDirectory } from './company-names.js';
import { csvRows } from './csv-rows.js';
import { UnreadableFile } from './finding.js';
import { ImportReport } from './import-report.js';
import { Import, ImportLayout } from './import.entity.js';
import { visibleCompanies } from './import.policy.js';
import { knownCompanies } from './known-companies.js';
import { openPortfolio, type PortfolioRow } from './portfolio-reader.js';
import { PortfolioWriter } from './portfolio-writer.js';
import { startImport } from './start-import.js';
import type { UploadFolder } from './upload-folder.js';

/** The process stops; the import has written nothing and is begun again later. */
export class ImportInterrupted extends Error {}

/** Somebody has discarded the import while it was tried. */
export class ImportDiscarded extends Error {}

/** Another import of the same organization is under way. */
export class OrganizationIsBusy extends Error {}

const UNITS_PER_BATCH = 1_000;
const ROWS_PER_BATCH = 1_000;
const PROGRESS_MS = 250;

export interface ImportRun {
  importId: string;
  actor: Actor;
  signal: AbortSignal;
  /** Called once the import has the organization to itself. */
  begun: () => Promise<void>;
}

/** What became of it, now or before; NOTHING where it is not to be carried out. */
export type ImportEnd = 'IMPORTED' | 'TRIED' | 'NOTHING';

/**
 * Writes everything of one import in one transaction, in the name and with the rights of who asked
 * for it; a dry run only reports. Progress is written beside that transaction. Throws
 * `UnreadableFile` where the file as a whole makes no sense, `ImportDiscarded` where it is given up
 * while it is tried.
 */
export async function carryOutImport(
  services: RoomServices,
  folder: UploadFolder,
  run: ImportRun,
): Promise<ImportEnd> {
  const { importId, actor, signal } = run;
  const command = defineCommand({
    name: 'carryOutImport',
    input: z.object({ importId: z.uuid() }),
    async run({ em, audit, journal, identity }): Promise<ImportEnd> {
      const organizationId = String(identity.organizationId);
      await lockOrganization(em, organizationId);
      // Asked twice, or finished by another process meanwhile.
      const before = await em.findOne(Import, { id: importId });
      if (!before?.isRunning) return before?.isImported ? 'IMPORTED' : 'NOTHING';
      em.clear();
      await run.begun();
      const rowsTotal = await countRows(folder, importId, signal);
      await executeCommand(services, startImport, { importId, rowsTotal }, actor);
      const found = await em.findOneOrFail(Import, { id: importId });

      const companies = visibleCompanies(identity, await knownCompanies(em, organizationId));
      const file = await openPortfolio(
        await openFile(folder, importId),
        new CompanyDirectory(companies),
        found,
      );
      const { isDryRun } = found;
      const writer = await PortfolioWriter.open(em, journal, identity, { companies, isDryRun });
      const report = await ImportReport.open(em, found);
      const progress = new Progress(services, actor, importId);
      let rowsAccepted = 0;
      let rows = 0;
      for await (const batch of batches(file.rows)) {
        signal.throwIfAborted();
        rowsAccepted += await writer.write(batch);
        for (const row of batch) report.addRow(row);
        await report.write();
        rows += batch.length;
        progress.show(rows);
        if (progress.isOver) throw new ImportDiscarded();
      }
      await writer.finish();
      for (const finding of file.findings) report.add(finding);
      await report.write();

      const { rowsRejected, corrections, notices } = report;
      found.complete(
        {
          layout: ImportLayout[file.layout],
          titles: [...file.titles],
          rowsTotal: rows,
          rowsAccepted,
          rowsRejected,
          rowsUnchanged: rows - rowsAccepted - rowsRejected,
          ...writer.created,
          corrections,
          notices,
          findingCounts: report.counts,
        },
        services.clock.now(),
      );
      if (isDryRun) await demandStillRunning(em, importId);
      audit(found, 'import.completed');
      return isDryRun ? 'TRIED' : 'IMPORTED';
    },
  });
  return executeCommand(services, command, { importId }, actor);
}

/** Locks the import for what is left to write; throws `ImportDiscarded`. */
async function demandStillRunning(em: EntityManager, importId: string): Promise<void> {
  const rows = await em.execute(
    `select 1 from properties.imports where id = ? and state in ('VALIDATING', 'IMPORTING') for update`,
    [importId],
  );
  if (rows.length === 0) throw new ImportDiscarded();
}

/** Held until the transaction ends, so by nobody who has crashed. */
async function lockOrganization(em: EntityManager, organizationId: string): Promise<void> {
  const [row] = await em.execute<{ locked: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as locked`,
    [`propertea.import.${organizationId}`],
  );
  if (row?.locked !== true) throw new OrganizationIsBusy();
}

async function openFile(folder: UploadFolder, importId: string) {
  const file = await folder.open(importId);
  if (file) return file;
  throw new UnreadableFile('EMPTY_FILE', 'The uploaded file is no longer kept. Upload it again.');
}

/** How many rows the file has below its header, blank lines aside; finds what is broken before anything is written. */
async function countRows(
  folder: UploadFolder,
  importId: string,
  signal: AbortSignal,
): Promise<number> {
  let rows = -1;
  for await (const { cells } of csvRows(await openFile(folder, importId))) {
    if (cells.some((cell) => cell.trim() !== '')) rows++;
    signal.throwIfAborted();
  }
  if (rows < 1) throw new UnreadableFile('NO_ROWS', 'The file has no rows below its header.');
  return rows;
}

async function* batches(rows: AsyncIterable<PortfolioRow>): AsyncGenerator<PortfolioRow[]> {
  let batch: PortfolioRow[] = [];
  let units = 0;
  for await (const row of rows) {
    batch.push(row);
    units += row.proposal?.units.length ?? 0;
    if (units < UNITS_PER_BATCH && batch.length < ROWS_PER_BATCH) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Shows how far an import is while its own transaction is open; never makes the import wait. */
class Progress {
  /** Whether the import has ended meanwhile, because somebody discarded it. */
  isOver = false;
  #shown = Date.now();
  #writing = false;

  constructor(
    private readonly services: RoomServices,
    private readonly actor: Actor,
    private readonly importId: string,
  ) {}

  show(rowsDone: number): void {
    if (this.#writing || Date.now() - this.#shown < PROGRESS_MS) return;
    this.#writing = true;
    this.#shown = Date.now();
    const { store, logger } = this.services;
    store
      .transaction(sessionFor(store.room, this.actor.identity), async (em) => {
        // A write that comes too late must not touch an import that is done.
        const touched = await em.execute<{ id: string }[]>(
          `update properties.imports set rows_done = ? where id = ? and state in ('VALIDATING', 'IMPORTING') returning id`,
          [rowsDone, this.importId],
        );
        this.isOver = touched.length === 0;
      })
      .catch((error: unknown) =>
        logger.warn({ err: error }, 'progress of an import cannot be shown'),
      )
      .finally(() => {
        this.#writing = false;
      });
  }
}
