import { createWriteStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { RoomServices } from '@propertea/chassis/graph';
import { executeCommand, sessionFor } from '@propertea/chassis/store';
import { encodeId, Fault, type Identity, newId, REQUEST_ID_HEADER } from '@propertea/kernel';
import busboy from 'busboy';
import { type FileHead, readHead } from './file-head.js';
import { shown, UnreadableFile } from './finding.js';
import { answer, answerError, statuses } from './http-answer.js';
import { demandImporter } from './import.policy.js';
import { IMPORT_LIMITS } from './limits.js';
import { recordUpload } from './record-upload.js';
import type { UploadFolder } from './upload-folder.js';
import { demandRoom, QuotaExceeded } from './upload-quota.js';

/** Room in the request for the boundaries and headers of multipart/form-data. */
const ENVELOPE_BYTES = 64 * 1024;
/** How long a refused sender may go on sending, so that it gets to read why also over a slow line. */
const PATIENCE_MS = 30_000;
/** What is wrong with a file that could be read, had it anything in it. */
const EMPTY: ReadonlySet<string> = new Set(['EMPTY_FILE', 'NO_ROWS']);
const MEGABYTES = IMPORT_LIMITS.fileBytes / 1024 / 1024;

/** A request that is answered with a status and a sentence that says what to do; `reason` is for programs. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

const tooLarge = (): Refusal =>
  new Refusal(
    413,
    'FILE_TOO_LARGE',
    `The file is larger than ${MEGABYTES} MB. Split it into several files.`,
  );

const emptyFile = (): Refusal =>
  new Refusal(
    400,
    'EMPTY_FILE',
    'The file is empty. Export the list again and check that it has rows.',
  );

/**
 * `POST /uploads/imports`: takes one file of multipart/form-data (field `file`), streams it to disk
 * and answers 201 `{ importId }`. Refused, in the shape of GraphQL errors whose `extensions.reason`
 * says which: 400 without a file or with one that is empty, 401, 403, 405, 409 while too many files
 * of the organization wait, 413 above 50 MB, 415 for what is no CSV file that can be read.
 */
export function uploadRoute(services: RoomServices, folder: UploadFolder): RequestListener {
  return (req, res) => {
    receive(services, folder, req).then(
      (importId) => answer(res, 201, { importId: encodeId('Import', importId) }),
      (error: unknown) => refuse(services, req, res, error),
    );
  };
}

async function receive(
  services: RoomServices,
  folder: UploadFolder,
  req: IncomingMessage,
): Promise<string> {
  const identity = await services.identify(req.headers);
  if (req.method !== 'POST') throw new Refusal(405, 'NOT_BY_POST', 'Send the file by POST.');
  if (!identity.organizationId) {
    throw new Refusal(
      400,
      'NO_ORGANIZATION',
      'Choose an organization: send its id as x-organization-id.',
    );
  }
  demandImporter(identity);
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > IMPORT_LIMITS.fileBytes + ENVELOPE_BYTES) throw tooLarge();
  // Asked again where it is recorded; here it spares sending the file.
  await reading(services, identity, (em, organizationId) =>
    demandRoom(em, organizationId, services.clock.now(), Math.max(0, announced - ENVELOPE_BYTES)),
  );
  const importId = newId();
  try {
    const { fileName, fileBytes } = await store(req, await folder.partPath(importId));
    await folder.keep(importId);
    const head = await headOf(folder, importId);
    await executeCommand(
      services,
      recordUpload,
      { importId, fileName, fileBytes, head },
      actorOf(req, identity),
    );
    return importId;
  } catch (error) {
    await folder.discard(importId);
    throw error;
  }
}

/** Throws `UnreadableFile` where the beginning of the file already shows that it is no list. */
async function headOf(folder: UploadFolder, importId: string): Promise<FileHead> {
  const file = await folder.open(importId);
  if (!file) throw new Error('an upload is gone before it was read');
  return readHead(file);
}

async function reading(
  services: RoomServices,
  identity: Identity,
  run: (em: EntityManager, organizationId: string) => Promise<void>,
): Promise<void> {
  const session = sessionFor(services.store.room, identity);
  const transaction = await services.store.begin(session, { readOnly: true });
  try {
    await run(transaction.em, String(identity.organizationId));
  } finally {
    await transaction.rollback();
  }
}

function actorOf(req: IncomingMessage, identity: Identity) {
  const header = req.headers[REQUEST_ID_HEADER];
  const requestId = (Array.isArray(header) ? header[0] : header) ?? newId();
  const { traceparent } = req.headers;
  return { identity, requestId, traceparent: typeof traceparent === 'string' ? traceparent : null };
}

/** Writes the one file of the request to `path`. */
function store(req: IncomingMessage, path: string): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const form = openForm(req);
    let stored: Promise<StoredFile> | undefined;
    let isRefused = false;
    const fail = (error: unknown): void => {
      if (isRefused) return;
      isRefused = true;
      req.unpipe(form);
      form.destroy();
      // The file must be closed before the caller removes it.
      void Promise.allSettled([stored]).then(() => reject(error));
    };
    form.on('file', (field, stream, { filename }) => {
      if (field !== 'file') {
        // Ended below; its error is ours.
        stream.on('error', () => undefined);
        fail(notOneFile());
        return;
      }
      stored = write(stream, path, filename);
      stored.catch(fail);
    });
    form.on('filesLimit', () => fail(notOneFile()));
    form.on('error', (error) => fail(badForm(error)));
    form.on('close', () => {
      if (!stored) fail(notOneFile());
      else void stored.then((file) => isRefused || resolve(file), fail);
    });
    req.on('close', () => {
      if (!req.complete)
        fail(new Refusal(400, 'CUT_OFF', 'The upload ended too early. Send it again.'));
    });
    req.pipe(form);
  });
}

function openForm(req: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fileSize: IMPORT_LIMITS.fileBytes },
    });
  } catch (error) {
    throw badForm(error);
  }
}

const notOneFile = (): Refusal =>
  new Refusal(
    400,
    'NOT_ONE_FILE',
    'Send exactly one file, as multipart/form-data in the field "file".',
  );

function badForm(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : 'unknown';
  return new Refusal(
    400,
    'NOT_A_FORM',
    `The request is no multipart/form-data that can be read (${reason}).`,
  );
}

interface StoredFile {
  fileName: string;
  fileBytes: number;
}

async function write(
  stream: Readable,
  path: string,
  filename: string | undefined,
): Promise<StoredFile> {
  const target = createWriteStream(path, { mode: 0o600 });
  stream.once('limit', () => stream.destroy(tooLarge()));
  await pipeline(stream, target);
  if (target.bytesWritten === 0) throw emptyFile();
  return {
    fileName: shown(filename ?? '').trim() || 'portfolio.csv',
    fileBytes: target.bytesWritten,
  };
}

function refuse(
  services: RoomServices,
  req: IncomingMessage,
  res: ServerResponse,
  error: unknown,
): void {
  forgetRest(req);
  if (error instanceof Refusal)
    return answerError(res, error.status, 'BAD_USER_INPUT', error.message, error.reason);
  if (error instanceof UnreadableFile) {
    const { code, message, suggestion } = error.finding;
    const text = suggestion === null ? message : `${message} ${suggestion}`;
    return answerError(res, EMPTY.has(code) ? 400 : 415, 'BAD_USER_INPUT', text, code);
  }
  if (error instanceof Fault) {
    const reason = error instanceof QuotaExceeded ? error.reason : undefined;
    return answerError(res, statuses[error.code] ?? 500, error.code, error.message, reason);
  }
  services.logger.error({ err: error }, 'an upload failed');
  answerError(res, 500, 'INTERNAL', 'Something went wrong on our side.');
}

/** What is still on its way is read and forgotten for a while, so that the sender gets to see the answer. */
function forgetRest(req: IncomingMessage): void {
  if (req.complete) return;
  req.resume();
  const limit = setTimeout(() => req.socket.destroy(), PATIENCE_MS);
  req.once('close', () => clearTimeout(limit));
}
