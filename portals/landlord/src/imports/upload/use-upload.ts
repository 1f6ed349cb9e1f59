'use client';

import { useEffect, useRef, useState } from 'react';
import { sessionEnded } from '@/session/session-end';
import { isSignedIn } from '../door';
import { problemOf } from './check-file';
import { UploadRefused, sendFile } from './send-file';

/** Where an upload is; the file stays until another one is chosen. */
export type Upload =
  | { kind: 'none' }
  | { kind: 'sending'; file: File; share: number }
  | { kind: 'stopped'; file: File }
  | { kind: 'stored'; file: File }
  | {
      kind: 'refused';
      file: File | undefined;
      /** A key of the messages `imports.refusals`, or a reason that is not known there. */
      reason: string;
      /** In the words of the room, in English. */
      detail: string | undefined;
      canRetry: boolean;
    };

export interface Uploading {
  upload: Upload;
  choose: (files: readonly File[]) => void;
  retry: () => void;
  cancel: () => void;
}

/** Refusals that may be over when the same file is sent once more. */
const PASSING = new Set(['offline', 'unavailable', 'limited', 'CUT_OFF', 'unknown']);
const QUOTAS = new Set(['TOO_MANY_UPLOADS', 'UPLOADS_TOO_LARGE']);

/** Sends the file that somebody chooses; `onStored` gets the id of its import. */
export function useUpload(organizationId: string, onStored: (importId: string) => void): Uploading {
  const [upload, setUpload] = useState<Upload>({ kind: 'none' });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (file: File) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const show = (next: Upload) => control.signal.aborted || setUpload(next);
    show({ kind: 'sending', file, share: 0 });
    const problem = await problemOf(file);
    if (problem) {
      return void show({
        kind: 'refused',
        file,
        reason: problem,
        detail: undefined,
        canRetry: false,
      });
    }
    try {
      const importId = await sendSignedIn(file, organizationId, control.signal, (share) =>
        show({ kind: 'sending', file, share }),
      );
      show({ kind: 'stored', file });
      if (!control.signal.aborted) onStored(importId);
    } catch (error) {
      const { reason, detail } = reasonOf(error);
      const canRetry = PASSING.has(reason) || QUOTAS.has(reason);
      show({ kind: 'refused', file, reason, detail, canRetry });
    }
  };

  return {
    upload,
    choose(files) {
      const [file] = files;
      if (!file) return;
      if (files.length === 1) return void start(file);
      running.current?.abort();
      setUpload({
        kind: 'refused',
        file: undefined,
        reason: 'NOT_ONE_FILE',
        detail: undefined,
        canRetry: false,
      });
    },
    retry() {
      if ('file' in upload && upload.file) void start(upload.file);
    },
    cancel() {
      running.current?.abort();
      if (upload.kind === 'sending') setUpload({ kind: 'stopped', file: upload.file });
    },
  };
}

/** Waits for the person to sign in again where the session has ended, before the file is sent or while it is. */
async function sendSignedIn(
  file: File,
  organizationId: string,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<string> {
  for (;;) {
    if (!(await isSignedIn())) await sessionEnded();
    signal.throwIfAborted();
    try {
      return await sendFile(file, organizationId, onProgress, signal);
    } catch (error) {
      // A connection that is closed on a refused sender says nothing; the session does.
      const isRefused = error instanceof UploadRefused && (error.status === 401 || !error.status);
      if (!isRefused || (await isSignedIn())) throw error;
      onProgress(0);
    }
  }
}

function reasonOf(error: unknown): { reason: string; detail?: string | undefined } {
  if (!navigator.onLine) return { reason: 'offline' };
  const refusal = error instanceof UploadRefused ? error.error : undefined;
  if (!refusal) {
    const status = error instanceof UploadRefused ? error.status : 0;
    return { reason: status === 413 ? 'FILE_TOO_LARGE' : 'unavailable' };
  }
  if (refusal.reason) return { reason: refusal.reason, detail: refusal.message };
  switch (refusal.code) {
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return { reason: 'forbidden' };
    case 'RATE_LIMITED':
      return { reason: 'limited' };
    case 'UPSTREAM_UNAVAILABLE':
      return { reason: 'unavailable' };
    default:
      return { reason: 'unknown', detail: refusal.message };
  }
}
