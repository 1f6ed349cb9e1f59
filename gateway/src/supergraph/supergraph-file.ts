import type { Logger, RoomTransport } from '@propertea/chassis/runtime';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Polling } from '../polling.js';
import { readSchemaFiles, stampOf } from './schema-files.js';
import type { SchemaFiles } from './schema-files.js';

/** What one room says of itself, and whether that fits the committed schema. */
export interface RoomState {
  ready: boolean;
  /** False when the room serves another SDL than the committed one; undefined while it does not answer. */
  compatible: boolean | undefined;
}

/** What serves the files. Both reject where they cannot be served; after `swap` the old ones are served then. */
export interface Served {
  load(files: SchemaFiles): Promise<void>;
  swap(files: SchemaFiles): Promise<void>;
}

/**
 * Keeps the executor on the committed supergraph. A changed file is taken over once every room is
 * ready and serves the SDL that was committed with it; until then the old supergraph stays.
 */
export class SupergraphFile {
  #stamp = '';
  #served: SchemaFiles | undefined;
  #lastComplaint = '';
  readonly #polling = new Polling(() => this.check());

  constructor(
    private readonly options: {
      path: string;
      rooms: readonly RoomTransport[];
      graphs: Served;
      logger: Logger;
    },
  ) {}

  /** True once a supergraph is loaded. */
  get serving(): boolean {
    return this.#served !== undefined;
  }

  /** Loads the committed supergraph, whether or not rooms are up. Throws when it cannot be served at all. */
  async load(): Promise<void> {
    const { path, graphs } = this.options;
    this.#stamp = await stampOf(path);
    const files = await readSchemaFiles(path);
    await graphs.load(files);
    this.#served = files;
  }

  /** Looks at the file every `everyMs`: one `stat` as long as nothing changes. */
  watch(everyMs: number): void {
    this.#polling.start(everyMs);
  }

  /** Looks once; swaps when there is something new and every room is fit for it. */
  async check(): Promise<void> {
    const { path, graphs, logger } = this.options;
    try {
      const stamp = await stampOf(path);
      if (stamp === this.#stamp) return;
      const files = await readSchemaFiles(path);
      if (!isDeepStrictEqual(files, this.#served)) {
        const unfit = await this.#unfitRooms();
        if (unfit.length > 0) {
          this.#complain(`waiting with the new supergraph for: ${unfit.join(', ')}`);
          return;
        }
        await graphs.swap(files);
        this.#served = files;
        logger.info({ path }, 'supergraph replaced');
      }
      this.#stamp = stamp;
      this.#lastComplaint = '';
    } catch (error) {
      this.#complain('the new supergraph cannot be served, the old one stays', error);
    }
  }

  /** The present state of each room, asked now. */
  async roomStates(): Promise<Record<string, RoomState>> {
    const states = await Promise.all(
      this.options.rooms.map(async (room) => [room.name, await this.#stateOf(room)] as const),
    );
    return Object.fromEntries(states);
  }

  stop(): Promise<void> {
    return this.#polling.stop();
  }

  async #unfitRooms(): Promise<string[]> {
    const states = Object.entries(await this.roomStates());
    return states
      .filter(([, { ready, compatible }]) => !ready || !compatible)
      .map(([name]) => name);
  }

  async #stateOf(room: RoomTransport): Promise<RoomState> {
    const answer = await room.ready().catch(() => ({ ready: false, sdlHash: undefined }));
    if (!answer.sdlHash) return { ready: answer.ready, compatible: undefined };
    const committed = await this.#committedHash(room.name);
    return { ready: answer.ready, compatible: answer.sdlHash === committed };
  }

  async #committedHash(room: string): Promise<string | undefined> {
    const path = join(dirname(this.options.path), 'subgraphs', `${room}.graphql`);
    const sdl = await readFile(path, 'utf8').catch(() => undefined);
    return sdl === undefined ? undefined : createHash('sha256').update(sdl).digest('hex');
  }

  /** A file that stays unfit is looked at again and again, and told of once. */
  #complain(message: string, error?: unknown): void {
    const complaint = `${message} ${error instanceof Error ? error.message : ''}`;
    if (complaint === this.#lastComplaint) return;
    this.#lastComplaint = complaint;
    this.options.logger.warn({ err: error, path: this.options.path }, message);
  }
}
