import { createWriteStream } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RoomServices } from '@propertea/chassis/graph';
import { executeCommand } from '@propertea/chassis/store';
import {
  encodeId,
  Fault,
  type FaultCode,
  type Identity,
  newId,
  REQUEST_ID_HEADER,
} from '@propertea/kernel';
import busboy from 'busboy';
import { shown } from './finding.js';
import { answer, answerError, statuses } from './http-answer.js';
import { demandImporter } from './import.policy.js';
import { IMPORT_LIMITS } from './limits.js';
import { recordUpload } from './record-upload.js';
import type { UploadFolder } from './upload-folder.js';

/** Room in the request for the boundaries and headers of multipart/form-data. */
const ENVELOPE_BYTES = 64 * 1024;
/** How long a refused sender may go on sending. */
const PATIENCE_MS = 2_000;
const MEGABYTES = IMPORT_LIMITS.fileBytes / 1024 / 1024;

/** A request that is answered with a status and a sentence. */
class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
  }
}

const tooLarge = (): Refusal =>
  new Refusal(
    413,
    'BAD_USER_INPUT',
    `The file is larger than ${MEGABYTES} MB. Split it into several files.`,
  );

/**
 * `POST /uploads/imports`: takes one file of multipart/form-data (field `file`), streams it to disk
 * and answers 201 `{ importId }`. Refused: 400 without a file, 401, 403, 405, 413 above 50 MB.
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
  if (req.method !== 'POST') throw new Refusal(405, 'BAD_USER_INPUT', 'Send the file by POST.');
  if (!identity.organizationId) {
    throw new Refusal(
      400,
      'BAD_USER_INPUT',
      'Choose an organization: send its id as x-organization-id.',
    );
  }
  demandImporter(identity);
  if (Number(req.headers['content-length'] ?? 0) > IMPORT_LIMITS.fileBytes + ENVELOPE_BYTES)
    throw tooLarge();
  const importId = newId();
  try {
    const { fileName, fileBytes } = await store(req, await folder.partPath(importId));
    await folder.keep(importId);
    await executeCommand(
      services,
      recordUpload,
      { importId, fileName, fileBytes },
      actorOf(req, identity),
    );
    return importId;
  } catch (error) {
    await folder.discard(importId);
    throw error;
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
      if (!req.complete) fail(new Refusal(400, 'BAD_USER_INPUT', 'The upload ended too early.'));
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
    'BAD_USER_INPUT',
    'Send exactly one file, as multipart/form-data in the field "file".',
  );

function badForm(error: unknown): Refusal {
  const reason = error instanceof Error ? error.message : 'unknown';
  return new Refusal(
    400,
    'BAD_USER_INPUT',
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
  if (target.bytesWritten === 0) throw new Refusal(400, 'BAD_USER_INPUT', 'The file is empty.');
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
  if (error instanceof Refusal) return answerError(res, error.status, error.code, error.message);
  if (error instanceof Fault)
    return answerError(res, statuses[error.code] ?? 500, error.code, error.message);
  services.logger.error({ err: error }, 'an upload failed');
  answerError(res, 500, 'INTERNAL', 'Something went wrong on our side.');
}

/** What is still on its way is read and forgotten for a moment, so that the sender gets to see the answer. */
function forgetRest(req: IncomingMessage): void {
  if (req.complete) return;
  req.resume();
  const limit = setTimeout(() => req.socket.destroy(), PATIENCE_MS);
  req.once('close', () => clearTimeout(limit));
}
