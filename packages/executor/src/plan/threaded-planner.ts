import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { PlanningError } from './planner.js';
import type { LoadedPlanner, Planner, PlanRequest } from './planner.js';
import { isTooMuch } from './too-much.js';
import type { ToMain, ToThread } from './thread-messages.js';

/** How long one operation may be planned, in ms, once the thread is ready; then the thread is replaced. */
const PLANNING_MS = 10_000;
/** What planning may take in memory; operations with very many ways would take all there is. */
const PLANNING_MB = 1_024;
const LOADING_MS = 120_000;
/** How long the thread is kept without work, in ms: what it holds is many times the plans. */
const IDLE_MS = 30_000;

/** Sources are run by tests that compile one file at a time; a thread needs them built. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/plan/planner-thread.js' : './planner-thread.js',
  import.meta.url,
);

interface Waiting {
  resolve(plan: QueryPlan): void;
  reject(error: Error): void;
  request: PlanRequest;
}

/**
 * The planner in a thread of its own, so that planning never blocks the loop that serves. Operations are
 * planned one after the other; one that takes too long is refused and the thread begins anew.
 */
export async function threadedPlanner(supergraphSdl: string): Promise<LoadedPlanner> {
  const planner = new ThreadedPlanner(supergraphSdl);
  try {
    return { planner, apiSdl: await planner.start() };
  } catch (error) {
    await planner.stop();
    throw error;
  }
}

class ThreadedPlanner implements Planner {
  #thread: Worker | undefined;
  #started: Promise<string> | undefined;
  #stopped = false;
  #ids = 0;
  #idle: NodeJS.Timeout | undefined;
  readonly #queue: Waiting[] = [];
  #current: (Waiting & { id: number; timer?: NodeJS.Timeout }) | undefined;

  constructor(private readonly supergraphSdl: string) {}

  /** Resolves with the api schema's SDL. */
  start(): Promise<string> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  plan(request: PlanRequest): Promise<QueryPlan> {
    if (this.#stopped) return Promise.reject(new Error('The planner has stopped'));
    return new Promise((resolve, reject) => {
      this.#queue.push({ resolve, reject, request });
      this.#next();
    });
  }

  rest(): void {
    clearTimeout(this.#idle);
    if (this.#current || this.#queue.length > 0) return;
    void this.#end();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#fail(new Error('The planner has stopped'));
    for (const waiting of this.#queue.splice(0)) {
      waiting.reject(new Error('The planner has stopped'));
    }
    await this.#end();
  }

  /** The next operation begins a new thread. */
  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#started = undefined;
    await thread?.terminate();
  }

  #begin(): Promise<string> {
    const thread = new Worker(THREAD, {
      workerData: { supergraphSdl: this.supergraphSdl },
      resourceLimits: { maxOldGenerationSizeMb: PLANNING_MB },
    });
    thread.unref();
    this.#thread = thread;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('The supergraph could not be read in time'));
        if (this.#thread === thread) void this.#end();
      }, LOADING_MS);
      thread.on('message', (message: ToMain) => {
        if (message.kind === 'ready') {
          clearTimeout(timer);
          resolve(message.apiSdl);
        } else if (message.kind === 'unfit') {
          clearTimeout(timer);
          reject(new Error(message.message));
        } else {
          this.#answered(message);
        }
      });
      const lost = (error: Error): void => {
        clearTimeout(timer);
        reject(error);
        const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (this.#thread === thread) this.#restart(isFull ? tooMuch() : error);
      };
      thread.once('error', lost);
      thread.once('exit', (code) => lost(new Error(`The planner's thread ended with ${code}`)));
    });
  }

  #next(): void {
    if (this.#current || this.#stopped) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    const id = (this.#ids += 1);
    this.#current = { ...waiting, id };
    const started = this.start();
    // While an operation is planned, its thread keeps the process.
    this.#thread?.ref();
    started.then(
      () => this.#send(id),
      (error: Error) => {
        if (this.#current?.id !== id) return;
        this.#fail(error);
        this.#next();
      },
    );
  }

  #send(id: number): void {
    const current = this.#current;
    if (current?.id !== id) return;
    current.timer = setTimeout(() => this.#restart(tooMuch()), PLANNING_MS);
    this.#thread?.postMessage({ id, request: current.request } satisfies ToThread);
  }

  #answered(message: Extract<ToMain, { id: number }>): void {
    const current = this.#current;
    if (current?.id !== message.id) return;
    this.#settle();
    if (message.kind === 'plan') current.resolve(JSON.parse(message.plan) as QueryPlan);
    else current.reject(refusalOf(message.message));
    this.#next();
  }

  #settle(): void {
    clearTimeout(this.#current?.timer);
    this.#current = undefined;
    this.#thread?.unref();
    clearTimeout(this.#idle);
    // Nothing is left to rest, and a timer would hold what is over.
    if (this.#stopped) return;
    this.#idle = setTimeout(() => this.rest(), IDLE_MS);
    this.#idle.unref();
  }

  #fail(error: Error): void {
    const current = this.#current;
    this.#settle();
    current?.reject(error);
  }

  #restart(error: Error): void {
    void this.#end();
    this.#fail(error);
    this.#next();
  }
}

function tooMuch(): PlanningError {
  return new PlanningError(
    'BAD_USER_INPUT',
    'The operation takes too long to plan. Ask for less at once.',
  );
}

/** What the planner itself says is about its insides. */
function refusalOf(reason: string): PlanningError {
  if (isTooMuch(reason)) return tooMuch();
  return new PlanningError('UNANSWERABLE', 'No subgraph can answer this operation.', {
    cause: new Error(reason),
  });
}
