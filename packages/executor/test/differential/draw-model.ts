import { drawCommonFields, drawFields, drawRoot } from './draw-fields.js';
import { drawOverrides, drawProvides, drawRequires } from './draw-needs.js';
import type { Draw } from './draw.js';
import { inKey, membersOf } from './model.js';
import type { InterfaceModel, Key, Model, ObjectModel } from './model.js';
import { addPlace, entities, makeKnown } from './places.js';

/** A federated graph by chance; it may turn out that it does not compose. */
export function drawModel(draw: Draw): Model {
  const model: Model = {
    subgraphs: ['red', 'green', 'blue', 'grey', 'pink'].slice(0, draw.between(2, 5)),
    objects: [],
    interfaces: [],
    unions: [],
  };
  const count = draw.between(3, 8);
  const values = Math.min(draw.between(0, 2), count - 2);
  for (let index = 0; index < count - values; index += 1) drawEntity(model, draw, `T${index}`);
  for (let index = 0; index < values; index += 1) drawValue(model, draw, `V${index}`);
  if (draw.chance(0.7)) drawInterface(model, draw, 'Named');
  if (draw.chance(0.35)) drawInterface(model, draw, 'Placed');
  if (draw.chance(0.4)) drawInterfaceObject(model, draw);
  if (draw.chance(0.6)) drawUnion(model, draw);
  for (const object of model.objects) drawFields(model, draw, object);
  for (const it of model.interfaces) drawObjectFields(model, draw, it);
  drawRoot(model, draw, 'Query', draw.between(3, 6));
  if (draw.chance(0.5)) drawRoot(model, draw, 'Mutation', draw.between(1, 3));
  drawOverrides(model, draw);
  drawRequires(model, draw);
  drawProvides(model, draw);
  return model;
}

function empty(name: string, kind: ObjectModel['kind']): ObjectModel {
  return { name, kind, places: [], keys: {}, fields: [], interfaces: [], forbidden: [] };
}

function drawEntity(model: Model, draw: Draw, name: string): void {
  const object = empty(name, 'entity');
  model.objects.push(object);
  const pool = draw.weighted({ id: 6, code: 1, both: 2, compound: 2, nested: 2, mixed: 2 });
  const keys = {
    id: ['id'],
    code: ['code'],
    both: ['id', 'code'],
    compound: ['id', 'id num', 'num code'],
    nested: ['id', 'ref { zone n }'],
    mixed: ['id', 'code', 'ref { zone n } code', 'ref { n } num'],
  }[pool];
  const field = (key: string, type: string) => {
    object.fields.push({ name: key, type, args: [], homes: [] });
  };
  if (keys.some((key) => /\bid\b/.test(key))) field('id', 'ID!');
  if (keys.some((key) => /\bcode\b/.test(key))) field('code', 'String!');
  if (keys.some((key) => /\bnum\b/.test(key))) field('num', 'Int!');
  if (keys.some((key) => /\bref\b/.test(key))) {
    field('ref', `${name}Ref!`);
    const ref = empty(`${name}Ref`, 'value');
    ref.fields.push({ name: 'zone', type: 'String!', args: [], homes: [] });
    ref.fields.push({ name: 'n', type: 'Int!', args: [], homes: [] });
    model.objects.push(ref);
  }
  for (const place of draw.some(model.subgraphs, 1, Math.min(3, model.subgraphs.length))) {
    const chosen = draw.some(keys, 1, draw.chance(0.3) ? 2 : 1);
    const drawn: Key[] = chosen.map((fields, index) => ({
      fields,
      resolvable: index === 0 || draw.chance(0.8),
    }));
    addPlace(model, object, place, draw.chance(0.5) ? drawn : drawn.toReversed());
  }
  if (draw.chance(0.8)) bridge(model, object, draw.one(object.places));
  object.fields.splice(
    0,
    object.fields.length,
    ...object.fields.filter(({ name: key }) => object.places.some((at) => inKey(object, key, at))),
  );
}

/** One subgraph resolves every key, so that objects known by one key are found by another. */
function bridge(model: Model, object: ObjectModel, place: string): void {
  const keys = (object.keys[place] ??= []);
  for (const { fields } of Object.values(object.keys).flat()) {
    const at = keys.findIndex((key) => key.fields === fields);
    keys.splice(at < 0 ? keys.length : at, at < 0 ? 0 : 1, { fields, resolvable: true });
  }
  if (keys.some(({ fields }) => fields.includes('ref')))
    makeKnown(model, `${object.name}Ref`, [place]);
}

function drawValue(model: Model, draw: Draw, name: string): void {
  const object = empty(name, 'value');
  model.objects.push(object);
  for (const place of draw.some(model.subgraphs, 1, 2)) addPlace(model, object, place);
}

function drawInterface(model: Model, draw: Draw, name: string): void {
  const values = model.objects.filter(
    ({ kind, name: it }) => kind === 'value' && it.startsWith('V'),
  );
  const candidates = draw.chance(0.2) ? [...entities(model), ...values] : entities(model);
  const members = draw.some(candidates, 1, 3);
  for (const member of members) member.interfaces.push(name);
  const fields = members.every(({ fields }) => fields.some((field) => field.name === 'id'))
    ? [{ name: 'id', type: 'ID!', args: [], homes: [] }]
    : [];
  model.interfaces.push({
    name,
    fields: [...fields, ...drawCommonFields(model, draw, name, members)],
  });
}

/** An interface that is an entity in one subgraph, which knows all its types, and an object in another. */
function drawInterfaceObject(model: Model, draw: Draw): void {
  const withId = entities(model).filter(({ fields }) => fields.some(({ name }) => name === 'id'));
  const members = draw.some(withId, 1, 3);
  const free = model.subgraphs.filter((place) =>
    members.every((member) => !member.places.includes(place)),
  );
  const place = draw.maybe(free);
  if (place === undefined || members.length === 0) return;
  const keyed = draw.one(model.subgraphs.filter((other) => other !== place));
  for (const member of members) {
    member.forbidden.push(place);
    member.interfaces.push('Thing');
    const key = { fields: 'id', resolvable: true };
    if (!member.places.includes(keyed)) addPlace(model, member, keyed, [key]);
    const keys = (member.keys[keyed] ??= []);
    const id = keys.findIndex(({ fields }) => fields === 'id');
    keys.splice(id < 0 ? 0 : id, id < 0 ? 0 : 1, key);
  }
  const id = { name: 'id', type: 'ID!', args: [], homes: [] };
  const common = drawCommonFields(model, draw, 'Thing', members);
  model.interfaces.push({
    name: 'Thing',
    fields: [id, ...common],
    object: { keyed, place, fields: [] },
  });
}

function drawObjectFields(model: Model, draw: Draw, it: InterfaceModel): void {
  if (!it.object) return;
  const place = it.object.place;
  const stand = { ...empty(it.name, 'entity'), places: [place] };
  stand.keys[place] = [{ fields: 'id', resolvable: true }];
  drawFields(model, draw, stand, 'x');
  it.object.fields.push(...stand.fields);
}

function drawUnion(model: Model, draw: Draw): void {
  const members = draw.some(
    model.objects.filter(({ name }) => !name.endsWith('Ref')),
    1,
    4,
  );
  model.unions.push({ name: 'Any', members: members.map(({ name }) => name) });
  if (draw.chance(0.3) && membersOf(model, 'Named').length > 0) {
    model.unions.push({ name: 'Either', members: membersOf(model, 'Named').map((it) => it.name) });
  }
}
