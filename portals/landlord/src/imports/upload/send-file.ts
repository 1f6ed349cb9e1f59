import { doorError, doorHeaders } from '../door';
import type { DoorError } from '../door';

/** The file did not become an import; `error` is absent where nothing of ours has answered. */
export class UploadRefused extends Error {
  constructor(
    readonly status: number,
    readonly error: DoorError | undefined,
  ) {
    super(error?.message ?? 'No answer');
  }
}

/**
 * Sends a file to the importing room and returns the id of its import. `onProgress` is told the share that is
 * sent, 0 to 1. Not by fetch, which does not say how much has been sent. Throws `UploadRefused`, and the reason
 * of the signal where that is aborted.
 */
export function sendFile(
  file: File,
  organizationId: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  const refuse = () => reject(new UploadRefused(request.status, doorError(request.responseText)));
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
  request.addEventListener('load', () => {
    const importId = request.status === 201 ? importIdOf(request.responseText) : undefined;
    if (importId) resolve(importId);
    else refuse();
  });
  request.addEventListener('error', refuse);
  request.addEventListener('timeout', refuse);
  signal.addEventListener('abort', () => {
    request.abort();
    reject(signal.reason as Error);
  });
  request.open('POST', '/uploads/imports');
  for (const [name, value] of Object.entries(doorHeaders(organizationId))) {
    request.setRequestHeader(name, value);
  }
  const form = new FormData();
  form.append('file', file);
  request.send(form);
  return promise;
}

function importIdOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { importId?: string }).importId;
  } catch {
    return undefined;
  }
}
