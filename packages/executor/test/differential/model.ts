/** A federated graph before it is written down as one schema for each subgraph. */
export interface Model {
  readonly subgraphs: readonly string[];
  readonly objects: ObjectModel[];
  readonly interfaces: InterfaceModel[];
  readonly unions: UnionModel[];
}

export interface ObjectModel {
  readonly name: string;
  readonly kind: 'entity' | 'value' | 'root';
  /** The subgraphs that know the type. */
  readonly places: string[];
  /** The keys of an entity by subgraph. */
  readonly keys: Record<string, Key[]>;
  readonly fields: FieldModel[];
  readonly interfaces: string[];
  /** Where the type must not appear: an interface of it is an object there. */
  readonly forbidden: string[];
}

export interface Key {
  readonly fields: string;
  readonly resolvable: boolean;
}

export interface FieldModel {
  readonly name: string;
  readonly type: string;
  readonly args: readonly ArgModel[];
  /** The subgraphs that resolve it. */
  readonly homes: string[];
  /** A subgraph that defines it too but has lost it to its only home. */
  overrides?: string;
  /** What its only home must be given to resolve it. */
  requires?: string;
  /** What its only home gives of the object that it leads to. */
  provides?: string;
}

export interface ArgModel {
  readonly name: string;
  readonly type: string;
  readonly fallback?: string;
}

export interface InterfaceModel {
  readonly name: string;
  readonly fields: readonly FieldModel[];
  /** The subgraph where it is an entity, and the one that knows it as an object. */
  readonly object?: {
    readonly keyed: string;
    readonly place: string;
    readonly fields: FieldModel[];
  };
}

export interface UnionModel {
  readonly name: string;
  readonly members: readonly string[];
}

export const SCALARS = ['Int', 'String', 'Float', 'Boolean', 'ID', 'Json', 'Color'];
export const COLORS = ['RED', 'GREEN', 'BLUE'];

/** The type without lists and non-nulls. */
export const named = (type: string): string => type.replace(/[[\]!]/g, '');

export const objectOf = (model: Model, name: string): ObjectModel | undefined =>
  model.objects.find((object) => object.name === name);

export const interfaceOf = (model: Model, name: string): InterfaceModel | undefined =>
  model.interfaces.find((candidate) => candidate.name === name);

/** Top-level names in a selection such as `id ref { zone }`. */
export function topNames(selection: string): string[] {
  let depth = 0;
  const names: string[] = [];
  for (const token of selection.match(/\w+(?:\([^)]*\))?|[{}]/g) ?? []) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth === 0) names.push(token.replace(/\(.*/, ''));
  }
  return names;
}

/** Whether a subgraph has the field because a key of the type there is made of it. */
export const inKey = (object: ObjectModel, field: string, place: string): boolean =>
  (object.keys[place] ?? []).some((key) => topNames(key.fields).includes(field));

/** The subgraphs that can be asked for the field. */
export const resolvers = (object: ObjectModel, field: FieldModel): string[] =>
  object.places.filter((place) => field.homes.includes(place) || inKey(object, field.name, place));

/** The types that implement an interface or belong to a union. */
export function membersOf(model: Model, name: string): ObjectModel[] {
  const union = model.unions.find((candidate) => candidate.name === name);
  return model.objects.filter(
    (object) => object.interfaces.includes(name) || union?.members.includes(object.name),
  );
}

/** The types an abstract type can be in one subgraph; where it is an object there, all of them. */
export function membersIn(model: Model, name: string, place: string): ObjectModel[] {
  const members = membersOf(model, name);
  if (interfaceOf(model, name)?.object?.place === place) return members;
  return members.filter((member) => member.places.includes(place));
}

/** The fields of an interface in one subgraph: those that each of its types there resolves there. */
export function interfaceFieldsIn(model: Model, it: InterfaceModel, place: string): FieldModel[] {
  const members = membersIn(model, it.name, place);
  if (members.length === 0) return [];
  return it.fields.filter((common) =>
    members.every((member) => {
      const field = member.fields.find(({ name }) => name === common.name);
      return field !== undefined && resolvers(member, field).includes(place);
    }),
  );
}

/** Whether fields of the subgraph can lead to the type. */
export function isKnown(model: Model, name: string, place: string): boolean {
  const object = objectOf(model, name);
  if (object) return object.places.includes(place);
  const abstract = interfaceOf(model, name);
  if (abstract?.object) return [abstract.object.keyed, abstract.object.place].includes(place);
  if (abstract) return interfaceFieldsIn(model, abstract, place).length > 0;
  return membersIn(model, name, place).length > 0;
}

/** The field of an object, also one that an interface object gave it. */
export function fieldOf(model: Model, type: string, name: string): FieldModel | undefined {
  const object = objectOf(model, type);
  const own = object?.fields.find((field) => field.name === name);
  if (own) return own;
  for (const abstract of model.interfaces) {
    if (abstract.name !== type && !object?.interfaces.includes(abstract.name)) continue;
    const given =
      abstract.object?.fields.find((field) => field.name === name) ??
      abstract.fields.find((field) => field.name === name);
    if (given) return given;
  }
  return undefined;
}
