import { parentPort, workerData } from 'node:worker_threads';
import { apolloPlanner } from './apollo-planner.js';
import type { ApolloPlanner } from './apollo-planner.js';
import type { ToMain, ToThread } from './thread-messages.js';

// The body of the planner's thread: reads the supergraph it was given, then plans what it is sent.
const { supergraphSdl } = workerData as { supergraphSdl: string };

function tell(message: ToMain): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function answer(planner: ApolloPlanner, { id, request }: ToThread): void {
  try {
    // As text: much of a plan is shared between its parts, which a structured clone would keep alive.
    tell({ kind: 'plan', id, plan: JSON.stringify(planner.plan(request)) });
  } catch (error) {
    tell({ kind: 'failed', id, message: messageOf(error) });
  }
}

try {
  const planner = apolloPlanner(supergraphSdl);
  parentPort?.on('message', (message: ToThread) => answer(planner, message));
  tell({ kind: 'ready', apiSdl: planner.apiSdl });
} catch (error) {
  tell({ kind: 'unfit', message: messageOf(error) });
}
