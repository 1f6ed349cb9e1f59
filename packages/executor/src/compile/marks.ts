import type { EntityPart, Step, Target } from './steps.js';

/**
 * An entity that comes to several places is one object in all of them, unless a later fetch adds to what
 * is inside it at one of them: what it adds there may not belong to the others.
 */
export function markCopies(step: Step, steps: readonly Step[]): Step {
  if (step.content.kind !== 'entities') return step;
  const later = steps.filter(({ index }) => index > step.index);
  const parts = step.content.parts.map((part) => ({
    ...part,
    targets: part.targets.map((target): Target => ({
      ...target,
      copies: later.some(({ content }) => addsInside(content, target, part)),
    })),
  }));
  return { ...step, content: { kind: 'entities', parts } };
}

function addsInside(later: Step['content'], { path }: Target, part: EntityPart): boolean {
  if (later.kind !== 'entities') return false;
  return later.parts.some((candidate) =>
    candidate.targets.some((other) => {
      if (!isWithin(other, path)) return false;
      const next = other.path[path.length];
      if (next !== undefined) return part.targets.length > 1 && part.fields.all.includes(next);
      return candidate.fields.all.some(
        (key) => key !== '__typename' && part.fields.all.includes(key),
      );
    }),
  );
}

/**
 * Marks where equal objects may become one: every other step that looks there is done before this one
 * begins, or begins after it is done.
 */
export function markShares(step: Step, steps: readonly Step[], before: Before): Step {
  if (step.content.kind !== 'entities') return step;
  const beside = steps.filter(
    ({ index }) =>
      index !== step.index && !before[step.index]?.has(index) && !before[index]?.has(step.index),
  );
  const looksAt = ({ content }: Step, path: readonly string[]): boolean =>
    content.kind === 'entities' &&
    content.parts.some(({ targets }) => targets.some((other) => isWithin(other, path)));
  const parts = step.content.parts.map((part) => ({
    ...part,
    targets: part.targets.map((target): Target => ({
      ...target,
      shares: !beside.some((other) => looksAt(other, target.path)),
    })),
  }));
  return { ...step, content: { kind: 'entities', parts } };
}

/** Whether arguments of a later fetch are told by where objects stand to which the step adds. */
export function holdsContext({ content }: Step, steps: readonly Step[]): boolean {
  if (content.kind !== 'entities') return false;
  const contextual = steps.flatMap((step) =>
    step.content.kind === 'entities'
      ? step.content.parts.filter((part) => part.contextual).flatMap(({ targets }) => targets)
      : [],
  );
  return content.parts.some(({ targets }) =>
    targets.some(({ path }) => contextual.some((target) => isWithin(target, path))),
  );
}

/** The step as it is where nothing is known of what others make of its objects: none of them are shared. */
export function keptApart(step: Step): Step {
  if (step.content.kind !== 'entities') return step;
  const parts = step.content.parts.map((part) => ({
    ...part,
    targets: part.targets.map((target): Target => ({ ...target, copies: true, shares: false })),
  }));
  return { ...step, content: { kind: 'entities', parts } };
}

/** For each step the indexes of those that are done before it begins. */
export type Before = readonly ReadonlySet<number>[];

/** `steps` come each behind those that it waits for. */
export function doneBefore(steps: readonly Step[]): Before {
  const before: Set<number>[] = [];
  for (const { after } of steps) {
    before.push(new Set(after.flatMap((index) => [index, ...(before[index] ?? [])])));
  }
  return before;
}

function isWithin(target: Target, path: readonly string[]): boolean {
  return (
    target.path.length >= path.length &&
    path.every((segment, position) => target.path[position] === segment)
  );
}
