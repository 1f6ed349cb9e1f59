import type { Draw } from './draw.js';
import { isKnown, membersIn, named, objectOf, SCALARS, topNames } from './model.js';
import type { Key, Model, ObjectModel } from './model.js';

export const entities = (model: Model): ObjectModel[] =>
  model.objects.filter(({ kind }) => kind === 'entity');

/** Makes a subgraph know a type, and what the type needs there. */
export function addPlace(model: Model, object: ObjectModel, place: string, keys: Key[] = []): void {
  if (object.places.includes(place)) return;
  object.places.push(place);
  if (object.kind === 'entity') {
    object.keys[place] = keys;
    for (const name of keys.flatMap((key) => topNames(key.fields))) {
      const field = object.fields.find((candidate) => candidate.name === name);
      const leadsTo = field && objectOf(model, named(field.type));
      if (leadsTo) addPlace(model, leadsTo, place);
    }
    return;
  }
  // Value types are the same everywhere.
  for (const field of object.fields) {
    field.homes.push(place);
    const leadsTo = objectOf(model, named(field.type));
    if (leadsTo) know(model, leadsTo, place);
  }
}

/** A key by which other subgraphs can be told of an object. */
function stubKey(object: ObjectModel): Key {
  const known = Object.values(object.keys).flat();
  const resolvable =
    known.find((key) => key.resolvable && key.fields === 'id') ??
    known.find((key) => key.resolvable);
  const fields = (resolvable ?? known[0])?.fields ?? object.fields[0]?.name ?? 'id';
  return { fields, resolvable: fields.length % 2 === 0 };
}

function know(model: Model, object: ObjectModel, place: string): void {
  addPlace(model, object, place, object.kind === 'entity' ? [stubKey(object)] : []);
}

/** Whether the subgraphs could all have fields of this type. */
function canKnow(model: Model, name: string, places: readonly string[], seen = new Set()): boolean {
  if (seen.has(name) || SCALARS.includes(name)) return true;
  seen.add(name);
  const object = objectOf(model, name);
  if (!object) return places.every((place) => isKnown(model, name, place));
  if (object.forbidden.some((place) => places.includes(place))) return false;
  const missing = places.filter((place) => !object.places.includes(place));
  if (object.kind === 'entity' || missing.length === 0) return true;
  return object.fields.every(({ type }) => canKnow(model, named(type), missing, seen));
}

/** Makes the subgraphs know a type by name; false where one of them cannot. */
export function makeKnown(model: Model, name: string, places: readonly string[]): boolean {
  if (!canKnow(model, name, places)) return false;
  const object = objectOf(model, name);
  if (object) for (const place of places) know(model, object, place);
  return true;
}

/** The types that an abstract type can be in all of the subgraphs. */
export const membersInAll = (model: Model, name: string, places: readonly string[]) =>
  places
    .map((place) => membersIn(model, name, place))
    .reduce((left, right) => left.filter((member) => right.includes(member)));

/** Subgraphs that others can ask for more fields of the object. */
export function askable(object: ObjectModel): string[] {
  if (object.kind !== 'entity') return object.places;
  return object.places.filter((place) => object.keys[place]?.some((key) => key.resolvable));
}

/** The type in lists and non-nulls by chance. */
export function wrapped(draw: Draw, name: string): string {
  const isLeaf = SCALARS.includes(name);
  return draw.weighted({
    [name]: 45,
    [`${name}!`]: 25,
    [`[${name}]`]: isLeaf ? 4 : 10,
    [`[${name}!]`]: isLeaf ? 3 : 8,
    [`[${name}!]!`]: isLeaf ? 3 : 8,
    [`[${name}]!`]: isLeaf ? 2 : 4,
    [`[[${name}!]]`]: 2,
  });
}
