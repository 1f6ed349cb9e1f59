import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a program of the bench as a process of its own. */
export function child(script: URL, parameters: string[]): ChildProcess {
  return fork(fileURLToPath(script), parameters, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The next message of a process. Rejects where it ends instead. */
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

export async function ask(process: ChildProcess, question: object): Promise<unknown> {
  process.send(question);
  return messageOf(process);
}

/** Lets a process stop by itself. */
export async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const exited = once(process, 'exit');
  process.disconnect();
  await exited;
}
