import type { Draw } from './draw.js';
import { named } from './model.js';
import type { ArgModel, FieldModel, Model, ObjectModel } from './model.js';
import { askable, entities, makeKnown, membersInAll, wrapped } from './places.js';

const ARGS: readonly ArgModel[] = [
  { name: 'n', type: 'Int' },
  { name: 'n', type: 'Int', fallback: '3' },
  { name: 'text', type: 'String!' },
  { name: 'color', type: 'Color', fallback: 'GREEN' },
  { name: 'in', type: 'Filter' },
  { name: 'many', type: '[Int!]' },
  { name: 'must', type: 'Filter!' },
];

function drawArgs(draw: Draw, chance: number): ArgModel[] {
  if (!draw.chance(chance)) return [];
  const args = draw.some(ARGS, 1, 2);
  return args.filter(({ name }, at) => args.findIndex((other) => other.name === name) === at);
}

/** A type that all the subgraphs can have fields of. */
function drawType(model: Model, draw: Draw, places: readonly string[], from: string): string {
  const kind = draw.weighted({ scalar: 50, entity: 28, value: 8, abstract: 18 });
  const values = model.objects.filter((it) => it.kind === 'value' && it.name.startsWith('V'));
  const abstract = [...model.interfaces, ...model.unions].filter(({ name }) =>
    makeKnown(model, name, places),
  );
  const candidates: Record<string, readonly { name: string }[]> = {
    scalar: [],
    entity: entities(model),
    // A value that leads to itself would never end.
    value: values.filter(({ name }) => !from.startsWith('V') || name < from),
    abstract: abstract.filter(({ name }) => {
      const members = membersInAll(model, name, places);
      return (
        members.length > 0 && (!from.startsWith('V') || members.every((it) => it.kind !== 'value'))
      );
    }),
  };
  const name = draw.maybe(candidates[kind] ?? [])?.name;
  if (name !== undefined && makeKnown(model, name, places)) return wrapped(draw, name);
  const scalar = draw.weighted({
    String: 4,
    Int: 3,
    Float: 2,
    Boolean: 1,
    ID: 1,
    Json: 1,
    Color: 1,
  });
  return wrapped(draw, scalar);
}

/** Gives an object two to five fields of its own. */
export function drawFields(model: Model, draw: Draw, object: ObjectModel, prefix = 'f'): void {
  if (object.name.endsWith('Ref')) return;
  const count = draw.between(2, 5);
  for (let index = 0; index < count; index += 1) {
    const isValue = object.kind === 'value';
    const homes = isValue ? object.places : homesOf(draw, object);
    const type = drawType(model, draw, homes, object.name);
    const args = drawArgs(draw, isValue ? 0.1 : 0.25);
    object.fields.push({ name: `${prefix}${index}`, type, args, homes: [...homes] });
  }
}

function homesOf(draw: Draw, object: ObjectModel): string[] {
  const places = askable(object);
  const candidates = places.length > 0 ? places : object.places;
  return draw.some(candidates, 1, draw.chance(0.25) ? 2 : 1);
}

/** Fields that every one of the objects has, each of them in subgraphs of its own. */
export function drawCommonFields(
  model: Model,
  draw: Draw,
  name: string,
  members: readonly ObjectModel[],
): FieldModel[] {
  const common: FieldModel[] = [];
  const count = draw.between(1, 2);
  for (let index = 0; index < count; index += 1) {
    const homes = new Map(
      members.map((member) => [
        member,
        member.kind === 'value' ? [...member.places] : homesOf(draw, member),
      ]),
    );
    const all = [...new Set([...homes.values()].flat())];
    const type = drawType(
      model,
      draw,
      all,
      members.find(({ kind }) => kind === 'value')?.name ?? '',
    );
    const field = { name: `${name.toLowerCase()}${index}`, type, args: drawArgs(draw, 0.2) };
    common.push({ ...field, homes: [] });
    for (const [member, places] of homes) member.fields.push({ ...field, homes: places });
  }
  return common;
}

/** Fields from which operations start. */
export function drawRoot(
  model: Model,
  draw: Draw,
  name: 'Query' | 'Mutation',
  count: number,
): void {
  const object: ObjectModel = {
    name,
    kind: 'root',
    places: [...model.subgraphs],
    keys: {},
    fields: [],
    interfaces: [],
    forbidden: [],
  };
  model.objects.push(object);
  const prefix = name === 'Query' ? 'q' : 'm';
  for (let index = 0; index < count; index += 1) {
    const isShared = name === 'Query' && draw.chance(0.15);
    const homes = draw.some(model.subgraphs, 1, isShared ? 2 : 1);
    let type = drawType(model, draw, homes, '');
    // Most operations are worth little where they start at a scalar.
    for (let tries = 0; tries < 3 && !/^[TVNPE]|Any/.test(named(type)); tries += 1) {
      type = drawType(model, draw, homes, '');
    }
    const args = drawArgs(draw, 0.25);
    object.fields.push({ name: `${prefix}${index}`, type, args, homes });
  }
}
