import { type BreakerState, type LaneState, PassedHeaders, TrafficLane } from '@propertea/executor';
import { Polling } from '../polling.js';
import { readTrafficFile, stampOf, USUAL_SETTINGS } from './traffic-file.js';
import type { TrafficSettings } from './traffic-file.js';

/** What it needs of a logger (pino fits). */
export interface TrafficLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export type BreakerListener = (room: string, state: BreakerState) => void;

/**
 * The rules of the traffic to the rooms, of one file that is looked at again as it changes. Every graph and
 * every version of the supergraph goes to a room by the same lane.
 */
export class Traffic {
  readonly #lanes = new Map<string, TrafficLane>();
  readonly #listeners = new Set<BreakerListener>();
  #settings: TrafficSettings = USUAL_SETTINGS;
  #stamp = '';
  readonly #polling = new Polling(() => this.#check());

  constructor(
    private readonly options: {
      /** Without it everything is as usual. */
      path: string | undefined;
      rooms: readonly string[];
      logger: TrafficLogger;
    },
  ) {}

  /** Throws `TrafficFileError`. */
  async load(): Promise<void> {
    const { path, rooms } = this.options;
    if (path === undefined) return;
    const stamp = await stampOf(path).catch(() => '');
    this.#settings = await readTrafficFile(path, rooms);
    this.#stamp = stamp;
    for (const [room, lane] of this.#lanes) lane.rules = this.#rulesOf(room);
  }

  /** Looks at the file every `everyMs`. A file that is not valid leaves everything as it is. */
  watch(everyMs: number): void {
    if (this.options.path !== undefined) this.#polling.start(everyMs);
  }

  stop(): Promise<void> {
    return this.#polling.stop();
  }

  laneTo(room: string): TrafficLane {
    let lane = this.#lanes.get(room);
    if (!lane) {
      lane = new TrafficLane(this.#rulesOf(room), (state) => this.#told(room, state));
      this.#lanes.set(room, lane);
    }
    return lane;
  }

  /** The lane to each room that was asked already. */
  states(): Record<string, LaneState> {
    return Object.fromEntries([...this.#lanes].map(([room, lane]) => [room, lane.state]));
  }

  /** Told of every change of a breaker. Returns how to stop. */
  onBreaker(listener: BreakerListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What rooms say in headers to the client of one operation; undefined where they may say nothing. */
  roomHeaders(): PassedHeaders | undefined {
    const { responseHeaders } = this.#settings;
    return responseHeaders.length > 0 ? new PassedHeaders(responseHeaders) : undefined;
  }

  #rulesOf(room: string) {
    return this.#settings.rooms.get(room) ?? this.#settings.usual;
  }

  #told(room: string, state: BreakerState): void {
    this.options.logger.warn({ room, state }, 'the breaker of a room has changed');
    for (const listener of this.#listeners) listener(room, state);
  }

  async #check(): Promise<void> {
    const { path = '', logger } = this.options;
    let stamp = '';
    try {
      stamp = await stampOf(path);
      if (stamp === this.#stamp) return;
      await this.load();
      logger.info({ path }, 'rules of the traffic replaced');
    } catch (error) {
      // Told once, and looked at again when it changes.
      if (stamp === this.#stamp) return;
      this.#stamp = stamp;
      logger.warn({ err: error, path }, 'the rules of the traffic stay as they were');
    }
  }
}
