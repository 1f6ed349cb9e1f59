import { useSyncExternalStore } from 'react';

/** A request of the plan, and those that wait for it. */
export interface PlanStep {
  id: number;
  subgraph: string;
  kind: 'query' | 'mutation' | 'subscription';
  query: string;
  paths: string[];
  after: number[];
  conditions: string[];
  next: PlanStep[];
}

export interface Phase {
  name: string;
  startMs: number;
  durationMs: number;
}

export interface Fetch extends Phase {
  step: number;
  subgraph: string;
  entities: number;
  bytes: number;
  outcome: 'answered' | 'shared' | 'failed' | 'under way';
}

/** `extensions.propertea` of an answer (gateway/src/inspection). */
export interface Inspected {
  plan?: { isKnown: boolean; steps: PlanStep[] };
  trace?: { totalMs: number; phases: Phase[]; fetches: Fetch[] };
  cost?: { estimate: number; actual: number } | { problem: string } | null;
}

/** `withheld`: the gateway answered and told nothing of it. */
export type Latest = Inspected | 'nothing yet' | 'withheld';

let latest: Latest = 'nothing yet';
const listeners = new Set<() => void>();

function take(next: Latest): void {
  latest = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What is known of the request that was answered last. */
export function useLatest(): Latest {
  return useSyncExternalStore(subscribe, () => latest);
}

/**
 * Sends an operation and keeps what the gateway tells of it for the tabs, out of the answer that is shown. The
 * explorer's own questions for the schema are no operations of anybody.
 */
export async function inspectingFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const own = { ...init, credentials: 'same-origin' } as const;
  if (typeof init?.body !== 'string' || isForSchema(init.body)) return fetch(input, own);
  const headers = new Headers(init.headers);
  headers.set('x-debug', 'plan, trace, cost');
  const response = await fetch(input, { ...own, headers });
  const text = await response.text();
  const { status, statusText } = response;
  return new Response(withoutInspection(text), { status, statusText, headers: response.headers });
}

function isForSchema(body: string): boolean {
  const { operationName } = JSON.parse(body) as { operationName?: string };
  return operationName === 'IntrospectionQuery';
}

function withoutInspection(text: string): string {
  let answer: { extensions?: { propertea?: Inspected } };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return text;
  }
  const { propertea, ...others } = answer.extensions ?? {};
  take(propertea ?? 'withheld');
  const { extensions: _extensions, ...rest } = answer;
  return JSON.stringify(Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest);
}
