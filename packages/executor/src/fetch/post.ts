import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { whenAborted } from './when-aborted.js';

/** What an HTTP server answered. */
export interface Posted {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** The connection was lost before the server said anything: what was sent may never have arrived. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

export interface Post {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends a body by POST and reads the answer whole, at most `maxBytes` of it. */
export function post(dispatcher: Dispatcher, { signal, ...request }: Post): Promise<Posted> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let headers: IncomingHttpHeaders = {};
    let size = 0;
    const chunks: Buffer[] = [];
    let controller: Dispatcher.DispatchController | undefined;
    const giveUp = (): void => {
      const reason = new Error('The operation was given up', { cause: signal?.reason });
      if (controller) controller.abort(reason);
      else reject(reason);
    };
    if (signal?.aborted) return giveUp();
    const settle = signal ? whenAborted(signal, giveUp) : () => undefined;
    dispatcher.dispatch(
      {
        path: request.path,
        method: 'POST',
        headers: request.headers,
        body: request.body,
        headersTimeout: request.timeoutMs,
        bodyTimeout: request.timeoutMs,
      },
      {
        onRequestStart(started) {
          controller = started;
          if (signal?.aborted) giveUp();
        },
        onResponseStart(_, statusCode, said) {
          status = statusCode;
          headers = said;
        },
        onResponseData(current, chunk) {
          size += chunk.length;
          if (size > request.maxBytes) current.abort(new Error('The answer is too large'));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          settle();
          const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
          resolve({ status, text: body.toString('utf8'), headers });
        },
        onResponseError(_, error) {
          settle();
          const isSilent = status === 0 && !signal?.aborted && LOST.has(codeOf(error));
          reject(isSilent ? new ConnectionLost(error.message, { cause: error }) : error);
        },
      },
    );
  });
}

const LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
