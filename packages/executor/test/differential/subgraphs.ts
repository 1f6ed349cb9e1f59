import { Kind } from 'graphql';
import type { GraphQLFieldResolver, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { Graph } from '../support/graph.js';
import type { Resolvers, SubgraphDefinition } from '../support/graph.js';
import { fieldOf, inKey, interfaceOf, membersOf, objectOf, topNames } from './model.js';
import type { FieldModel, Key, Model } from './model.js';
import { externalsIn, printSubgraph, selectionOf } from './print.js';
import { canonical, isRef } from './world.js';
import type { Args, Ref, World } from './world.js';

/** An object as a subgraph knows it: perhaps told by a representation, perhaps with more than it resolves. */
interface Known extends Ref {
  readonly told?: Readonly<Record<string, unknown>>;
  readonly brings?: SelectionSetNode;
}

/** What the subgraphs of one graph share while an operation runs. */
export class Stage {
  world: World | undefined;
  /** Root fields of mutations in the order in which they ran. */
  readonly log: string[] = [];
  /** What a subgraph was asked or told that it should not have been. */
  readonly violations: string[] = [];

  get current(): World {
    if (!this.world) throw new Error('Nothing is on stage');
    return this.world;
  }
}

export const definitionsOf = (model: Model, stage: Stage): Record<string, SubgraphDefinition> =>
  Object.fromEntries(
    model.subgraphs.map((place) => [
      place,
      {
        typeDefs: printSubgraph(model, place),
        resolvers: references(model, place, stage),
        fieldResolver: fieldResolver(model, place, stage),
      },
    ]),
  );

export const graphOf = (model: Model, stage: Stage): Graph => Graph.of(definitionsOf(model, stage));

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

function references(model: Model, place: string, stage: Stage): Resolvers {
  const resolvers: Resolvers = {};
  for (const object of model.objects) {
    const keys = object.keys[place];
    if (!keys || keys.length === 0) continue;
    const allowed = object.fields
      .filter(({ homes }) => homes.includes(place))
      .flatMap(({ requires }) => (requires === undefined ? [] : topNames(requires)));
    resolvers[object.name] = {
      __resolveReference: (told: Representation) =>
        find(stage, place, keys, allowed, told, object.name, object.name),
    };
  }
  const abstract = model.interfaces.find(({ object }) => object);
  if (abstract?.object?.place === place || abstract?.object?.keyed === place) {
    const keys = [{ fields: 'id', resolvable: true }];
    const isObject = abstract.object.place === place;
    const members = membersOf(model, abstract.name).flatMap(({ fields }) => fields);
    const needing = isObject
      ? abstract.object.fields
      : members.filter(({ homes }) => homes.includes(place));
    const allowed = needing.flatMap(({ requires }) => (requires ? topNames(requires) : []));
    resolvers[abstract.name] = {
      __resolveReference: (told: Representation) => {
        const type = String(told['id']).replace(/-.*/, '');
        const found = find(stage, place, keys, allowed, told, type, abstract.name);
        return found && { ...found, __typename: isObject ? abstract.name : type };
      },
    };
  }
  return resolvers;
}

/** The object that a representation tells of; notes what is wrong with the representation. */
function find(
  stage: Stage,
  place: string,
  keys: readonly Key[],
  allowed: readonly string[],
  told: Representation,
  type: string,
  named: string,
): Known | null {
  const world = stage.current;
  const key = keys.find(
    ({ fields, resolvable }) =>
      resolvable && topNames(fields).every((name) => told[name] !== undefined),
  );
  const complain = (what: string) =>
    stage.violations.push(`${place} is told ${what}: ${JSON.stringify(told)}`);
  if (!key) complain(`of ${named} without a key that it resolves`);
  const fields = key?.fields ?? keys[0]?.fields ?? 'id';
  // Objects may be told by more than one key at once, but by none that the subgraph does not resolve.
  const mayBeTold = new Set(
    keys.filter(({ resolvable }) => resolvable).flatMap((it) => topNames(it.fields)),
  );
  const extra = Object.keys(told).filter(
    (name) => name !== '__typename' && !mayBeTold.has(name) && !allowed.includes(name),
  );
  if (extra.length > 0) complain(`more of ${named} than it may know`);
  const selection = selectionOf(fields);
  const ref = world.instances(type).find((candidate) => {
    const mine = world.project(candidate, selection);
    return canonical(mine) === canonical(pick(told, selection));
  });
  if (!ref) throw new Error(`${place} knows no ${named} like ${JSON.stringify(told)}`);
  return world.isGhost(place, ref.id) ? null : { ...ref, told };
}

/** What a selection finds in a representation; throws where it is not told. */
function pick(told: unknown, selectionSet: SelectionSetNode): unknown {
  if (Array.isArray(told)) return told.map((item) => pick(item, selectionSet));
  if (typeof told !== 'object' || told === null) return told;
  const from = told as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value;
      if (name === '__typename') continue;
      if (from[name] === undefined) throw new Error(`${name} is not told`);
      const below = selection.selectionSet;
      result[name] = below ? pick(from[name], below) : from[name];
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (from['__typename'] === undefined) throw new Error('no type is told');
      if (from['__typename'] === selection.typeCondition?.name.value) {
        Object.assign(result, pick(from, selection.selectionSet));
      }
    }
  }
  return result;
}

function fieldResolver(
  model: Model,
  place: string,
  stage: Stage,
): GraphQLFieldResolver<unknown, unknown> {
  const external = externalsIn(model, place);
  return (source, args: Args, _context, info) => {
    const parent = info.parentType.name;
    const known: Known = isRef(source) ? source : { __typename: parent, id: parent };
    const field = fieldOf(model, known.__typename, info.fieldName);
    if (!field) throw new Error(`${place} has no ${parent}.${info.fieldName}`);
    if (parent === 'Mutation') stage.log.push(`${field.name}${canonical(args)}`);
    return bring(
      model,
      place,
      field,
      valueIn(model, place, stage, known, field, args, external, info),
    );
  };
}

function valueIn(
  model: Model,
  place: string,
  stage: Stage,
  known: Known,
  field: FieldModel,
  args: Args,
  external: ReadonlySet<string>,
  info: GraphQLResolveInfo,
): unknown {
  const world = stage.current;
  const object = objectOf(model, known.__typename);
  const given = interfaceOf(model, known.__typename);
  const isKey = object ? inKey(object, field.name, place) : !!given && field.name === 'id';
  const brought = known.brings?.selections.some(
    (it) => it.kind === Kind.FIELD && it.name.value === field.name,
  );
  const coordinate = `${info.parentType.name}.${field.name}`;
  if (isKey || (brought && external.has(coordinate))) return world.field(known, field.name, args);
  if (!field.homes.includes(place)) {
    stage.violations.push(`${place} is asked for ${coordinate}, which it does not resolve`);
    throw new Error(`${place} does not resolve ${coordinate}`);
  }
  if (field.requires === undefined) return world.value(known, field, args, '');
  if (!known.told) {
    // What a field brought along does not have to be told.
    const brings = new Set(
      (known.brings?.selections ?? []).map((it) => it.kind === Kind.FIELD && it.name.value),
    );
    const isBrought = topNames(field.requires).every((name) => brings.has(name));
    if (isBrought) return world.field(known, field.name, args);
    throw new Error(`${place} resolves ${coordinate} only for those it is told of`);
  }
  const needed = canonical(pick(known.told, selectionOf(field.requires)));
  return world.value(known, field, args, needed);
}

/** Objects as the subgraph knows them, with what the field brings of them. */
function bring(model: Model, place: string, field: FieldModel, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => bring(model, place, field, item));
  if (!isRef(value)) return value;
  const hidden = model.interfaces.find(
    (it) =>
      it.object?.place === place && objectOf(model, value.__typename)?.interfaces.includes(it.name),
  );
  const brings = field.provides === undefined ? undefined : selectionOf(field.provides);
  return {
    __typename: hidden?.name ?? value.__typename,
    id: value.id,
    ...(brings ? { brings } : {}),
  };
}
