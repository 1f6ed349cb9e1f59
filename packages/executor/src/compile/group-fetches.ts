import type { PlanFetch } from './plan-fetches.js';

/** Fetches that make one request. */
interface Group {
  readonly subgraph: string;
  /** What is deferred is not waited for by anything else. */
  readonly part: string | undefined;
  readonly fetches: PlanFetch[];
  level: number;
}

/**
 * Puts the fetches of a plan together to requests, in an order in which each comes behind those that it
 * waits for: entity fetches of one subgraph at one level, and those that can wait for a later request to
 * the same subgraph, since nothing before that needs them. The number of levels stays.
 */
export function groupFetches(fetches: readonly PlanFetch[]): PlanFetch[][] {
  const done: Group[] = [];
  for (const group of byLevel(fetches)) {
    const later = done.find(
      (other) => isEntities(group) && isEntities(other) && canJoin(group, other, done),
    );
    if (later) later.fetches.unshift(...group.fetches);
    else done.unshift(group);
  }
  return done.toSorted((left, right) => left.level - right.level).map((group) => group.fetches);
}

/** The groups of each level, the last level first. */
function byLevel(fetches: readonly PlanFetch[]): Group[] {
  const groups = new Map<unknown, Group>();
  for (const fetch of fetches) {
    const { part, level } = fetch;
    const { requires, serviceName: subgraph } = fetch.node;
    const key = requires ? `${level} ${part ?? ''} ${subgraph}` : fetch;
    const group = groups.get(key);
    if (group) group.fetches.push(fetch);
    else groups.set(key, { subgraph, part, level, fetches: [fetch] });
  }
  return [...groups.values()].toSorted((left, right) => right.level - left.level);
}

function isEntities({ fetches }: Group): boolean {
  return fetches[0]?.node.requires !== undefined;
}

/** Whether nothing that waits for a group comes before, or with, the later one. */
function canJoin(group: Group, later: Group, done: readonly Group[]): boolean {
  if (group.subgraph !== later.subgraph || group.part !== later.part) return false;
  return done.every(
    (other) =>
      other.level > later.level ||
      !other.fetches.some(({ after }) => after.some((fetch) => group.fetches.includes(fetch))),
  );
}
