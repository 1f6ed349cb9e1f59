import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { clientKey } from '../operation/source-keys.js';
import { PlanningError } from '../plan/planner.js';
import type { Condition } from './condition.js';

/** One fetch of a plan, and what must be done before it. */
export interface PlanFetch {
  readonly node: FetchNode;
  /** From the root of the answer to the objects that the fetch is about; `@` stands for each of a list. */
  readonly path: readonly string[];
  readonly conditions: readonly Condition[];
  readonly after: readonly PlanFetch[];
  /** The id of the deferred fragment for which it is; undefined for what comes first. */
  readonly part: string | undefined;
  /** How many fetches must be done one after the other before this one. */
  readonly level: number;
}

/** The fetches of a plan, each behind those that it waits for. */
export function planFetches(node: PlanNode): PlanFetch[] {
  const found: PlanFetch[] = [];
  walk(node, { path: [], conditions: [], after: [], part: undefined }, found);
  return found;
}

interface Position {
  path: readonly string[];
  conditions: readonly Condition[];
  after: readonly PlanFetch[];
  part: string | undefined;
}

/** Returns the fetches that what comes next has to wait for. */
function walk(node: PlanNode, at: Position, found: PlanFetch[]): readonly PlanFetch[] {
  switch (node.kind) {
    case 'Sequence': {
      let { after } = at;
      for (const step of node.nodes) after = walk(step, { ...at, after }, found);
      return after;
    }
    case 'Parallel': {
      const ends = node.nodes.flatMap((step) => walk(step, at, found));
      return [...new Set(ends)];
    }
    case 'Flatten':
      return walk(node.node, { ...at, path: [...at.path, ...node.path.map(String)] }, found);
    case 'Condition': {
      const branch = (is: boolean, clause: PlanNode | undefined): readonly PlanFetch[] => {
        const conditions = [...at.conditions, { variable: clientKey(node.condition), is }];
        return clause ? walk(clause, { ...at, conditions }, found) : [];
      };
      const ends = [...branch(true, node.ifClause), ...branch(false, node.elseClause)];
      // Where one branch does nothing, what comes next waits for what was before.
      return [...new Set([...ends, ...(node.ifClause && node.elseClause ? [] : at.after)])];
    }
    case 'Fetch': {
      const level = 1 + Math.max(-1, ...at.after.map((fetch) => fetch.level));
      const fetch = { node, ...at, level };
      found.push(fetch);
      return [fetch];
    }
    case 'Defer': {
      const ends = node.primary.node ? walk(node.primary.node, at, found) : at.after;
      for (const { depends, label, node: deferred } of node.deferred) {
        const before = depends.flatMap(({ id }) => fetchesOf(id, found));
        const after = [...new Set([...at.after, ...before])];
        if (deferred) walk(deferred, { ...at, after, part: label }, found);
      }
      return ends;
    }
  }
}

/** The writes of a mutation are planned one by one: the same id may be given in several of them. */
function fetchesOf(id: string, found: readonly PlanFetch[]): PlanFetch[] {
  const fetches = found.filter(({ node }) => node.id === id);
  if (fetches.length > 0) return fetches;
  throw new PlanningError(
    'UNANSWERABLE',
    'A deferred fragment waits for a fetch that nobody begins.',
  );
}
