import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { localhost } from './services-recipes.js';

interface Pair {
  client: Socket;
  server: Socket;
  said: string;
  /** When what was told last arrives. */
  arrivesAt: number;
}

/** A line to a server that a test can make deaf and slow, and cut. */
export class Line {
  readonly #pairs = new Set<Pair>();
  #deaf: string | undefined;
  #swallowed = 0;
  #delayMs = 0;

  private constructor(
    private readonly listener: Server,
    private readonly target: number,
  ) {}

  static async to(port: number): Promise<Line> {
    const listener = createServer();
    const line = new Line(listener, port);
    listener.on('connection', (client) => line.#joined(client));
    listener.listen(0, localhost);
    await once(listener, 'listening');
    return line;
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** What clients say who once said `word` no longer arrives; what they are told does. */
  deafen(word: string): void {
    this.#deaf = word;
    this.#swallowed = 0;
  }

  /** Bytes that did not arrive since the line is deaf. */
  get swallowed(): number {
    return this.#swallowed;
  }

  /** What the server says from now on arrives so much later. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Ends every connection; later ones arrive in both directions. */
  cut(): void {
    this.#deaf = undefined;
    for (const { client, server } of this.#pairs) {
      client.destroy();
      server.destroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    this.listener.close();
    await once(this.listener, 'close');
  }

  #joined(client: Socket): void {
    const pair: Pair = { client, server: connect(this.target, localhost), said: '', arrivesAt: 0 };
    this.#pairs.add(pair);
    const { server } = pair;
    client.on('data', (data) => {
      if (pair.said.length < 4_096) pair.said += data.toString('latin1');
      if (this.#deaf === undefined || !pair.said.includes(this.#deaf)) server.write(data);
      else this.#swallowed += data.length;
    });
    server.on('data', (data) => {
      const now = performance.now();
      // Nothing overtakes what was said before it.
      pair.arrivesAt = Math.max(pair.arrivesAt, now + this.#delayMs);
      if (pair.arrivesAt <= now) client.write(data);
      else setTimeout(() => client.destroyed || client.write(data), pair.arrivesAt - now);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        this.#pairs.delete(pair);
      });
    }
  }
}
