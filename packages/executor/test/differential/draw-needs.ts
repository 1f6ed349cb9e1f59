import type { Draw } from './draw.js';
import {
  inKey,
  interfaceFieldsIn,
  membersOf,
  named,
  objectOf,
  resolvers,
  SCALARS,
} from './model.js';
import type { FieldModel, Model, ObjectModel } from './model.js';
import { askable, entities, makeKnown } from './places.js';

const isKeyField = (object: ObjectModel, field: FieldModel): boolean =>
  object.places.some((place) => inKey(object, field.name, place));

/** Some fields move to another subgraph, whose definition wins. */
export function drawOverrides(model: Model, draw: Draw): void {
  for (const object of entities(model)) {
    for (const field of object.fields) {
      if (field.homes.length !== 1 || isKeyField(object, field) || !draw.chance(0.08)) continue;
      const from = draw.maybe(object.places.filter((place) => !field.homes.includes(place)));
      if (from === undefined || !makeKnown(model, named(field.type), [from])) continue;
      field.overrides = from;
    }
  }
}

/** Some fields need other fields of their object, which other subgraphs resolve. */
export function drawRequires(model: Model, draw: Draw): void {
  // Only fields that are done can be required, so that nothing requires itself.
  const done = new Set<FieldModel>();
  const hosts: ObjectModel[] = [...entities(model)];
  for (const it of model.interfaces) {
    if (!it.object) continue;
    const { keyed, place, fields } = it.object;
    const keys = { [place]: [{ fields: 'id', resolvable: true }] };
    const common = interfaceFieldsIn(model, it, keyed).filter(({ name }) => name !== 'id');
    const [like] = hosts;
    if (!like) continue;
    const stand: ObjectModel = {
      ...like,
      name: it.name,
      places: [place],
      keys,
      fields: [...common, ...fields],
    };
    hosts.push(stand);
  }
  for (const object of hosts) {
    for (const field of object.fields) {
      const home = field.homes.length === 1 ? field.homes[0] : undefined;
      const isFree = home !== undefined && field.overrides === undefined;
      if (isFree && !isKeyField(object, field) && askable(object).includes(home)) {
        if (draw.chance(0.3)) requireSomething(model, draw, object, field, home, done);
      }
      done.add(field);
    }
  }
}

function requireSomething(
  model: Model,
  draw: Draw,
  object: ObjectModel,
  field: FieldModel,
  home: string,
  done: ReadonlySet<FieldModel>,
): void {
  const parts = draw
    .some(externals(object, home, done), 1, 2)
    .map((external) => selection(model, draw, external, home, done, 0))
    .filter((part) => part !== undefined);
  if (parts.length > 0) field.requires = parts.join(' ');
}

/** Fields of the object that the subgraph must be told. */
const externals = (object: ObjectModel, home: string, done: ReadonlySet<FieldModel>) =>
  object.fields.filter(
    (field) =>
      done.has(field) && field.overrides !== home && !resolvers(object, field).includes(home),
  );

function selection(
  model: Model,
  draw: Draw,
  field: FieldModel,
  home: string,
  done: ReadonlySet<FieldModel>,
  depth: number,
): string | undefined {
  const args = field.args
    .filter(({ type }) => type.endsWith('!') || draw.chance(0.7))
    .map(({ name, type }) => `${name}: ${literal(draw, type)}`);
  const call = args.length > 0 ? `${field.name}(${args.join(', ')})` : field.name;
  const name = named(field.type);
  if (SCALARS.includes(name)) return call;
  if (depth > 1 || !makeKnown(model, name, [home])) return undefined;
  const object = objectOf(model, name);
  if (object) {
    const below = drawBelow(model, draw, object, home, done, depth);
    return below && `${call} { ${below} }`;
  }
  const fragments = membersOf(model, name)
    .filter((member) => member.places.includes(home))
    .map((member) => {
      const below = drawBelow(model, draw, member, home, done, depth);
      return below && `... on ${member.name} { ${below} }`;
    })
    .filter((fragment) => fragment !== undefined);
  return fragments.length > 0 ? `${call} { __typename ${fragments.join(' ')} }` : undefined;
}

function drawBelow(
  model: Model,
  draw: Draw,
  object: ObjectModel,
  home: string,
  done: ReadonlySet<FieldModel>,
  depth: number,
): string | undefined {
  const candidates =
    object.kind === 'value'
      ? object.fields
      : [
          ...externals(object, home, done),
          ...object.fields.filter((field) => inKey(object, field.name, home)),
        ];
  const parts = draw
    .some(candidates, 1, 2)
    .map((field) => selection(model, draw, field, home, done, depth + 1))
    .filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function literal(draw: Draw, type: string): string {
  if (type.startsWith('[')) return `[${draw.between(1, 3)}, 7]`;
  const literals: Record<string, string> = {
    Int: String(draw.between(1, 3)),
    String: `"t${draw.between(1, 3)}"`,
    Color: draw.one(['RED', 'BLUE']),
    Filter: `{ low: ${draw.between(1, 3)} }`,
  };
  return literals[named(type)] ?? 'null';
}

/** Some fields bring fields of the object that they lead to, which other subgraphs resolve. */
export function drawProvides(model: Model, draw: Draw): void {
  for (const object of model.objects) {
    for (const field of object.fields) {
      const target = objectOf(model, named(field.type));
      const home = field.homes.length === 1 ? field.homes[0] : undefined;
      if (home === undefined || target?.kind !== 'entity' || !draw.chance(0.25)) continue;
      const offered = target.fields.filter(
        (other) =>
          SCALARS.includes(named(other.type)) &&
          other.args.length === 0 &&
          other.overrides === undefined &&
          other.requires === undefined &&
          !resolvers(target, other).includes(home),
      );
      const chosen = draw.some(offered, 1, 2).map(({ name }) => name);
      if (chosen.length > 0) field.provides = chosen.join(' ');
    }
  }
}
