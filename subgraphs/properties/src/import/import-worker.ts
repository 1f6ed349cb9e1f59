import type { EntityManager } from '@mikro-orm/postgresql';
import type { Background, RoomServices } from '@propertea/chassis/graph';
import { type Actor, executeCommand, type Store, workerSession } from '@propertea/chassis/store';
import { grantSchema, PERSONAS } from '@propertea/kernel';
import { z } from 'zod';
import {
  carryOutImport,
  ImportDiscarded,
  ImportInterrupted,
  OrganizationIsBusy,
} from './carry-out-import.js';
import { failImport } from './fail-import.js';
import { type Finding, UnreadableFile } from './finding.js';
import type { UploadFolder } from './upload-folder.js';

const POLL_MS = 2_000;
const SWEEP_MS = 60 * 60 * 1000;
const JOBS_PER_LOOK = 50;
const MAX_ATTEMPTS = 3;

const identitySchema = z.object({
  subject: z.uuid().nullable(),
  persona: z.enum(PERSONAS),
  organizationId: z.uuid().nullable(),
  grants: z.array(grantSchema),
  grantsVersion: z.int(),
  scopes: z.array(z.string()),
});

interface Job {
  id: string;
  importId: string;
  identity: unknown;
  requestId: string;
  attempts: number;
}

const workers = new WeakMap<Store, ImportWorker>();

/** Says that an import may be waiting; without it the worker looks every two seconds. */
export function wakeImports(store: Store): void {
  workers.get(store)?.wake();
}

/** Removes the file of an import that is done with; what cannot be removed goes with the next sweep. */
export async function forgetUpload(store: Store, importId: string): Promise<void> {
  await workers.get(store)?.forget(importId);
}

/**
 * Carries out the imports that were asked for, one after another, in the name of who asked. What a
 * crash or a stop interrupted has written nothing and is begun again by whichever process comes first.
 */
export class ImportWorker implements Background {
  readonly #interrupt = new AbortController();
  readonly #timers: NodeJS.Timeout[];
  #running: Promise<void> | undefined;
  #again = false;

  constructor(
    private readonly services: RoomServices,
    private readonly folder: UploadFolder,
  ) {
    workers.set(services.store, this);
    this.#timers = [
      setInterval(() => this.wake(), POLL_MS),
      setInterval(() => void this.#sweep(), SWEEP_MS),
    ];
    for (const timer of this.#timers) timer.unref();
    void this.#sweep();
    this.wake();
  }

  wake(): void {
    this.#again = true;
    this.#running ??= this.#loop().finally(() => {
      this.#running = undefined;
    });
  }

  async forget(importId: string): Promise<void> {
    await this.folder.discard(importId).catch((error: unknown) => {
      this.services.logger.warn({ err: error, importId }, 'an upload cannot be removed');
    });
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#interrupt.abort(new ImportInterrupted());
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (this.#again && !this.#interrupt.signal.aborted) {
      this.#again = false;
      try {
        for (const job of await this.#waiting()) {
          if (this.#interrupt.signal.aborted) return;
          await this.#work(job);
        }
      } catch (error) {
        this.services.logger.error({ err: error }, 'imports cannot be looked up');
      }
    }
  }

  async #work(job: Job): Promise<void> {
    const actor = actorOf(job);
    try {
      const end = await carryOutImport(this.services, this.folder, {
        importId: job.importId,
        actor,
        signal: this.#interrupt.signal,
        begun: () => this.#count(job),
      });
      await this.#done(job);
      if (end === 'IMPORTED') await this.forget(job.importId);
    } catch (error) {
      if (error instanceof ImportDiscarded) return this.#done(job);
      if (error instanceof ImportInterrupted || error instanceof OrganizationIsBusy) return;
      if (error instanceof UnreadableFile)
        return this.#fail(job, actor, error.message, error.finding);
      this.services.logger.error(
        { err: error, importId: job.importId, requestId: job.requestId },
        'an import failed',
      );
      if (job.attempts + 1 >= MAX_ATTEMPTS) {
        return this.#fail(
          job,
          actor,
          'Something went wrong on our side. Nothing was imported.',
          null,
        );
      }
    }
  }

  async #fail(job: Job, actor: Actor, reason: string, finding: Finding | null): Promise<void> {
    await executeCommand(
      this.services,
      failImport,
      { importId: job.importId, reason, finding },
      actor,
    );
    await this.#done(job);
  }

  #waiting(): Promise<Job[]> {
    return this.#asWorker((em) =>
      em.execute<Job[]>(
        /* sql */ `
        select id, import_id as "importId", identity, request_id as "requestId", attempts
        from properties.import_jobs order by created_at, id limit ?`,
        [JOBS_PER_LOOK],
      ),
    );
  }

  async #count(job: Job): Promise<void> {
    await this.#asWorker((em) =>
      em.execute(`update properties.import_jobs set attempts = attempts + 1 where id = ?`, [
        job.id,
      ]),
    );
  }

  async #done(job: Job): Promise<void> {
    await this.#asWorker((em) =>
      em.execute(`delete from properties.import_jobs where id = ?`, [job.id]),
    );
  }

  #asWorker<T>(run: (em: EntityManager) => Promise<T>): Promise<T> {
    const { store } = this.services;
    return store.transaction(workerSession(store.room), run);
  }

  async #sweep(): Promise<void> {
    await this.folder.sweep(this.services.clock.now()).catch((error: unknown) => {
      this.services.logger.warn({ err: error }, 'old uploads cannot be removed');
    });
  }
}

function actorOf(job: Job): Actor {
  return {
    identity: identitySchema.parse(job.identity),
    requestId: job.requestId,
    traceparent: null,
  };
}
