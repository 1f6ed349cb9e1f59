import { createServer } from 'node:net';
import { hasCode } from './errors.js';

/** Below what Linux, macOS and Windows give to outgoing connections, which come between looking and listening. */
const FIRST = 10_000;
const COUNT = 22_000;

const given = new Set<number>();

/** A TCP port of 127.0.0.1 that is free at this moment, and that this process was not told of before. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE') || hasCode(error, 'EACCES')) return false;
    throw error;
  }
}

/** Rejects with the system's error where the port of 127.0.0.1 cannot be listened on. */
export async function listenOnce(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done()));
  });
}
