import type { PlanRequest } from './planner.js';

/** What the planner's thread is sent. */
export interface ToThread {
  id: number;
  request: PlanRequest;
}

/** What it says. `plan` is a query plan as JSON. */
export type ToMain =
  | { kind: 'ready'; apiSdl: string }
  | { kind: 'unfit'; message: string }
  | { kind: 'plan'; id: number; plan: string }
  | { kind: 'failed'; id: number; message: string };
