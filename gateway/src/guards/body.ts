import { Fault } from '@propertea/kernel';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { limitJson } from './json-size.js';
import { limitValues } from './values.js';
import type { ValueLimits } from './values.js';

/** A request that HTTP itself has a word for. `status` is what the client is answered with. */
export class HttpFault extends Fault {
  constructor(
    readonly status: number,
    code: Fault['code'],
    message: string,
  ) {
    super(code, message);
  }
}

const bad = (message: string, status = 400) => new HttpFault(status, 'BAD_USER_INPUT', message);

const LIST = '['.charCodeAt(0);
const SPACES = new Set([...' \t\n\r'].map((space) => space.charCodeAt(0)));

const UTF_8 = /^charset="?utf-?8"?$/;

export interface BodyLimits extends ValueLimits {
  bodyBytes: number;
  /** How long it may take until the body is there. */
  bodyMs: number;
}

/** The fields of a GraphQL request, checked to be of their types. */
export interface GraphQLBody {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
  /** Under which the text is to be known, where the client sent both. */
  hash: string | undefined;
}

/** Documents that are asked for by their hash. */
export interface DocumentsByHash {
  /** Throws `Fault` for one that is not known. */
  textOf(hash: string): string | Promise<string>;
  /** Looks at a text that comes with its hash. Throws `Fault`. */
  check?(hash: string, text: string): void;
}

/** A body that is still on its way, with its headers. */
export type Incoming = Readable & Pick<IncomingMessage, 'headers'>;

/**
 * Reads one GraphQL request. Only `application/json` is taken: browsers never send that to another
 * site without asking first (CORS), which forms and plain text would. Throws HttpFault.
 * @param documents where the door takes hashes; may throw `Fault`.
 */
export async function readGraphQLBody(
  request: Incoming,
  limits: BodyLimits,
  documents?: DocumentsByHash,
): Promise<GraphQLBody> {
  const [type, ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') {
    throw bad('Send the operation as JSON, with the header content-type: application/json.', 415);
  }
  if (parameters.some((one) => one.startsWith('charset=') && !UTF_8.test(one))) {
    throw bad('Send the operation in UTF-8.', 415);
  }
  if (request.headers['content-encoding'] && request.headers['content-encoding'] !== 'identity') {
    throw bad('Send the body without a content-encoding.', 415);
  }
  const bytes = await readWhole(request, limits);
  // Many operations are not even read.
  if (isList(bytes)) throw bad('Batches are not accepted: send one operation per request.');
  limitJson(bytes, limits);
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw bad('The body is not valid JSON.');
  }
  if (!isObject(body)) throw bad('The body must be a JSON object with the field "query".');
  limitValues('variables', body['variables'], limits);
  limitValues('extensions', body['extensions'], limits);
  return checked(body, documents);
}

async function checked(
  body: Record<string, unknown>,
  documents?: DocumentsByHash,
): Promise<GraphQLBody> {
  const { variables, operationName, extensions } = body;
  const id = hashIn(body);
  if (id !== undefined && !documents) {
    throw bad('Persisted queries are not accepted: send the whole operation in "query".');
  }
  const isAsked = id !== undefined && (body['query'] === undefined || body['query'] === null);
  const query = isAsked ? await documents?.textOf(id) : body['query'];
  if (typeof query !== 'string' || query.trim() === '') {
    throw bad('The field "query" must be a GraphQL document.');
  }
  if (variables !== undefined && variables !== null && !isObject(variables)) {
    throw bad('The field "variables" must be an object.');
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw bad('The field "operationName" must be a string.');
  }
  if (extensions !== undefined && extensions !== null && !isObject(extensions)) {
    throw bad('The field "extensions" must be an object.');
  }
  const hash = isAsked ? undefined : id;
  if (hash !== undefined) documents?.check?.(hash, query);
  return { query, variables: variables ?? {}, operationName: operationName || undefined, hash };
}

/** By which hash a document is asked for: Apollo's way, or as `documentId`. Throws HttpFault. */
export function hashIn({
  documentId,
  extensions,
}: {
  documentId?: unknown;
  extensions?: unknown;
}): string | undefined {
  const persisted = isObject(extensions) ? extensions['persistedQuery'] : undefined;
  if (isObject(persisted) && persisted['version'] !== undefined && persisted['version'] !== 1) {
    throw bad('Persisted queries are those of version 1 of their protocol.');
  }
  const id = isObject(persisted) ? persisted['sha256Hash'] : documentId;
  if (id === undefined || id === null) return undefined;
  if (typeof id !== 'string') throw bad('The hash of a document must be a string.');
  return id.replace(/^sha256:/, '');
}

async function readWhole(request: Incoming, { bodyBytes, bodyMs }: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) throw tooLarge(bodyBytes);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(bad('The body did not come in time.', 408)), bodyMs);
  });
  try {
    const bytes = await Promise.race([readBytes(request, bodyBytes), late]);
    if (!isUtf8(bytes)) throw bad('The body is not valid UTF-8.');
    return bytes;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the first of what is no space opens a list. */
function isList(bytes: Buffer): boolean {
  const first = bytes.find((byte) => !SPACES.has(byte));
  return first === LIST;
}

function readBytes(request: Readable, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // What comes after that is let go.
      if (length > most) reject(tooLarge(most));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    // Errors are dear: after the end, when most bodies close, none is made.
    const broken = () => {
      if (!request.readableEnded) reject(bad('The body was not received whole.'));
    };
    request.once('error', broken).once('close', broken);
  });
}

const tooLarge = (bytes: number) =>
  new HttpFault(413, 'COST_LIMIT', `The body is larger than ${bytes} bytes.`);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
