import { decodeId } from '@propertea/kernel';
import { WebSocket } from 'ws';
import type { StormCaller } from './caller.js';
import { numberOf } from './names.js';

const EVENTS = 'subscription { unitChanged { type unit { id readBy leasedTo } } }';
const TICKS = 'subscription { ticks }';
const AGAIN_MS = 500;

/** One subscription, from its beginning to its end. */
export interface Span {
  /** Numbers of the events that it told of, in order. */
  readonly heard: number[];
  /** Of an error that ended it (`UPSTREAM_UNAVAILABLE`), or with which its socket was closed (`4410`). */
  ended: string | undefined;
}

/** A page that stays open: it follows events, and follows them again after every end, as browsers do. */
export class Watcher {
  readonly spans: Span[] = [];
  /** Of the subscriptions to a room that had begun: how they ended. */
  readonly ticksEnded: string[] = [];
  readonly foreign: string[] = [];
  readonly wrong: string[] = [];
  /** Results with fields that were null, for which there were errors. */
  partly = 0;
  #socket: WebSocket | undefined;
  #isOver = false;
  #ticks = false;
  #ids = 0;

  constructor(
    private readonly url: string,
    readonly caller: StormCaller,
    readonly readsRoom: boolean,
  ) {}

  /** The subscription that is open now. */
  get open(): Span | undefined {
    const last = this.spans.at(-1);
    return last?.ended === undefined ? last : undefined;
  }

  /** Whether the subscription to the room is open, and has told of anything. */
  get isToldOfRoom(): boolean {
    return this.#ticks;
  }

  start(): void {
    const { headers } = this.caller;
    const address = `${this.url.replace('http', 'ws')}/graphql`;
    const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
    this.#socket = socket;
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => this.#told(socket, data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', (code) => this.#closed(code));
  }

  stop(): void {
    this.#isOver = true;
    this.#socket?.terminate();
  }

  #told(socket: WebSocket, text: string): void {
    const { type, id, payload } = JSON.parse(text) as {
      type: string;
      id?: string;
      payload?: any;
    };
    const isOfRoom = id?.startsWith('ticks') === true;
    if (type === 'ping') socket.send('{"type":"pong"}');
    else if (type === 'connection_ack') {
      this.#subscribe(socket);
      if (this.readsRoom) this.#subscribeToRoom(socket);
    } else if (type === 'error' && isOfRoom) {
      this.#endTicks(codeOf(payload));
      setTimeout(() => this.#subscribeToRoom(socket), AGAIN_MS);
    } else if (type === 'error') {
      this.#end(codeOf(payload));
      setTimeout(() => this.#subscribe(socket), AGAIN_MS);
    } else if (type === 'complete' && isOfRoom) this.#endTicks('complete');
    else if (type === 'complete') this.#end('complete');
    else if (type === 'next' && isOfRoom) {
      this.#ticks = true;
      if (payload.data.ticks !== this.caller.said) this.foreign.push(text);
    } else if (type === 'next') this.#heard(payload, text);
  }

  #subscribe(socket: WebSocket): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    this.spans.push({ heard: [], ended: undefined });
    this.#send(socket, `events ${(this.#ids += 1)}`, EVENTS);
  }

  #subscribeToRoom(socket: WebSocket): void {
    if (socket.readyState !== WebSocket.OPEN) return;
    this.#send(socket, `ticks ${(this.#ids += 1)}`, TICKS);
  }

  #send(socket: WebSocket, id: string, query: string): void {
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query } }));
  }

  #heard({ data, errors = [] }: any, text: string): void {
    const unit = data?.unitChanged?.unit;
    const uuid = unit && decodeId('Unit', unit.id);
    if (!uuid) return void this.wrong.push(text);
    this.open?.heard.push(numberOf(uuid));
    const { said } = this.caller;
    const values = [unit.readBy, unit.leasedTo];
    if (values.some((value) => value !== null && value !== said)) this.foreign.push(text);
    const missing = values.filter((value) => value === null).length;
    if (missing > errors.length) this.wrong.push(text);
    if (missing > 0) this.partly += 1;
  }

  #end(code: string): void {
    const { open } = this;
    if (open) open.ended = code;
  }

  #endTicks(code: string): void {
    if (this.#ticks) this.ticksEnded.push(code);
    this.#ticks = false;
  }

  #closed(code: number): void {
    if (this.#isOver) return;
    this.#endTicks(String(code));
    if (this.open) this.#end(String(code));
    else this.spans.push({ heard: [], ended: String(code) });
    const again = async (): Promise<void> => {
      if (this.#isOver) return;
      // The session is over: with new credentials, as soon as they can be had.
      if (code === 4401 || code === 4410) await this.caller.signIn();
      this.start();
    };
    const later = (): void => {
      const ms = AGAIN_MS * (1 + Math.random());
      setTimeout(() => void again().catch(later), ms);
    };
    later();
  }
}

function codeOf(payload: { extensions?: { code?: string } }[]): string {
  return payload[0]?.extensions?.code ?? 'none';
}
