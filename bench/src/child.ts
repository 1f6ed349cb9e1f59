import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of a bench that says by messages what it has to say, and ends when it is let go. */
export function child(
  script: URL,
  parameters: string[],
  options: { preload?: string; environment?: Record<string, string> } = {},
): ChildProcess {
  const { preload, environment } = options;
  return fork(fileURLToPath(script), parameters, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    ...(preload && { execArgv: ['--import', preload] }),
    // oxlint-disable-next-line node/no-process-env -- passed on as it is
    env: { ...process.env, ...environment },
  });
}

/** The next message of a process. Throws when it ends instead. */
export async function messageOf(process: ChildProcess): Promise<unknown> {
  const settled = new AbortController();
  const exited = once(process, 'exit', { signal: settled.signal }).then(() => {
    throw new Error('a process of the bench ended before its time');
  });
  try {
    const [message] = (await Promise.race([once(process, 'message'), exited])) as [unknown];
    return message;
  } finally {
    exited.catch(() => undefined);
    settled.abort();
  }
}

/** Sends a message and returns the answer to it. */
export async function ask<Question extends object>(
  process: ChildProcess,
  question: Question,
): Promise<unknown> {
  process.send(question);
  return messageOf(process);
}

export async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const exited = once(process, 'exit');
  process.disconnect();
  await exited;
}
