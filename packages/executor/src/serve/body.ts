import type { IncomingMessage } from 'node:http';
import { isObject } from '../run/json.js';
import type { JsonObject } from '../run/json.js';

/** An operation as it came over HTTP. */
export interface GraphQLParameters {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: JsonObject | undefined;
}

/** A request that cannot be taken, with the status that says so. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads a body of at most `maxBytes` to its end. Rejects with a BadRequest. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.removeAllListeners('data');
      reject(new BadRequest(413, `The body is larger than ${maxBytes} bytes.`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    // Errors are dear: after the end, when most bodies close, none is made.
    const lost = (): void => {
      if (!request.readableEnded) reject(new BadRequest(400, 'The body did not arrive whole.'));
    };
    request.once('error', lost);
    request.once('close', lost);
  });
}

/** The parameters of a JSON body. Throws a BadRequest that names what is wrong. */
export function readParameters(text: string): GraphQLParameters {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new BadRequest(400, 'The body is not JSON.');
  }
  if (!isObject(body)) throw new BadRequest(400, 'The body must be a JSON object.');
  const { query, operationName, variables } = body;
  if (typeof query !== 'string') throw new BadRequest(400, '"query" must be a string.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new BadRequest(400, '"operationName" must be a string.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    throw new BadRequest(400, '"variables" must be an object.');
  }
  return { query, operationName: operationName ?? undefined, variables: variables ?? undefined };
}
