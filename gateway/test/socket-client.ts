import { ORGANIZATION_HEADER } from '@propertea/kernel';
import { WebSocket } from 'ws';
import type { UserName } from './house.rooms.js';
import { organizationId } from './house.js';
import type { House } from './house.js';
import { until } from './until.js';

export interface SocketAsk {
  as?: UserName;
  /** A name of a test organization, or any text; said in the first message. */
  organization?: string;
  /** Of the upgrade. */
  headers?: Record<string, string>;
  /** Further parts of the first message. */
  init?: Record<string, unknown>;
  /** Of the address, such as `?organization=…`. */
  search?: string;
  /** The address of another process of the gateway. */
  at?: string;
}

interface Message {
  id?: string;
  type: string;
  payload?: unknown;
}

/** A client of graphql-transport-ws that says exactly what it is told to. */
export class SocketClient {
  readonly messages: Message[] = [];
  closed: { code: number; reason: string } | undefined;
  /** When it was closed, as `Date.now()` says it. */
  closedAt = Number.NaN;
  #answered = 0;

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      if (message.type === 'pong') this.#answered++;
      else this.messages.push(message);
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.closedAt = Date.now();
    });
    socket.on('error', () => undefined);
  }

  /** Subscribes, and resolves when the gateway has taken note of it. */
  subscribe(query: string, variables?: object, id = '1', operationName?: string) {
    return this.ask({ query, variables, operationName }, id);
  }

  /** The same with whatever a subscription may say. */
  async ask(payload: object, id = '1') {
    const before = this.#answered;
    this.socket.send(JSON.stringify({ type: 'subscribe', id, payload }));
    this.socket.send('{"type":"ping"}');
    await until(() => this.#answered > before || this.closed !== undefined);
    return this;
  }

  complete(id = '1'): void {
    this.socket.send(JSON.stringify({ type: 'complete', id }));
  }

  /** The messages of a subscription, once there are so many. */
  async heard(count: number, id = '1'): Promise<Message[]> {
    const own = () => this.messages.filter((message) => message.id === id);
    await until(() => own().length >= count);
    return own();
  }

  /** What the first message of a subscription holds. */
  async first(id = '1'): Promise<unknown> {
    return (await this.heard(1, id))[0]?.payload;
  }

  /** The code with which it is closed. */
  async closing(): Promise<number | undefined> {
    await until(() => this.closed !== undefined);
    return this.closed?.code;
  }
}

/** Opens a socket; resolves once it is acknowledged or closed. */
export async function openSocket(house: House, ask: SocketAsk = {}): Promise<SocketClient> {
  const { as, organization, headers, search = '', at = house.url } = ask;
  const address = `${at.replace('http', 'ws')}/graphql${search}`;
  const client = new SocketClient(new WebSocket(address, 'graphql-transport-ws', { headers }));
  const payload = {
    ...(as && { authorization: `Bearer ${await house.provider.token(as)}` }),
    ...(organization && { [ORGANIZATION_HEADER]: organizationId(organization) }),
    ...ask.init,
  };
  await until(() => client.socket.readyState !== WebSocket.CONNECTING);
  if (client.socket.readyState === WebSocket.OPEN) {
    client.socket.send(JSON.stringify({ type: 'connection_init', payload }));
  }
  await until(() => client.messages[0]?.type === 'connection_ack' || client.closed !== undefined);
  return client;
}
