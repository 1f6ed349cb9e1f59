import { namedType, type Types } from './public-types.js';

/** Composition always calls them so. */
export const rootTypes: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/**
 * Names of the types that an operation can meet. An interface that is only implemented brings
 * none of its other implementers with it.
 */
export function reachableTypes(types: Types): Set<string> {
  const implementers = new Map<string, string[]>();
  for (const [name, type] of types) {
    if (!('interfaces' in type)) continue;
    for (const parent of type.interfaces ?? []) {
      const known = implementers.get(parent.name.value) ?? [];
      implementers.set(parent.name.value, [...known, name]);
    }
  }

  const reached = new Set<string>();
  const returned = new Set<string>();
  const visit = (name: string, isReturned: boolean): void => {
    const type = types.get(name);
    if (!type || (isReturned ? returned.has(name) : reached.has(name))) return;
    const isFirstVisit = !reached.has(name);
    reached.add(name);
    if (isReturned) {
      returned.add(name);
      for (const implementer of implementers.get(name) ?? []) visit(implementer, true);
    }
    if (!isFirstVisit) return;
    if ('fields' in type) {
      for (const field of type.fields ?? []) {
        visit(namedType(field.type), true);
        if (!('arguments' in field)) continue;
        for (const argument of field.arguments ?? []) visit(namedType(argument.type), true);
      }
    }
    if ('types' in type) for (const member of type.types ?? []) visit(member.name.value, true);
    if ('interfaces' in type) {
      for (const parent of type.interfaces ?? []) visit(parent.name.value, false);
    }
  };
  for (const root of rootTypes) visit(root, true);
  return reached;
}
