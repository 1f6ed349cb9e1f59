import { Kind, parse } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import {
  COLORS,
  fieldOf,
  interfaceFieldsIn,
  interfaceOf,
  isKnown,
  membersIn,
  named,
  resolvers,
} from './model.js';
import type { FieldModel, InterfaceModel, Model, ObjectModel } from './model.js';

const parsed = new Map<string, SelectionSetNode>();

/** The selection in a string such as `id owner { name }`. */
export function selectionOf(text: string): SelectionSetNode {
  let selection = parsed.get(text);
  if (!selection) {
    const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(text);
    selection = definition.selectionSet;
    parsed.set(text, selection);
  }
  return selection;
}

/** The schema of one subgraph. */
export function printSubgraph(model: Model, place: string): string {
  const external = externalsIn(model, place);
  const provided = providedFields(model);
  const parts = [
    'scalar Json',
    `enum Color { ${COLORS.join(' ')} }`,
    'input Filter { low: Int = 1, color: Color, deep: [Filter!] }',
  ];
  for (const object of model.objects) {
    if (!object.places.includes(place)) continue;
    const fields = printFields(model, object, place, external, provided);
    if (fields.length === 0) continue;
    parts.push(`type ${object.name}${head(model, object, place)} {\n${fields.join('\n')}\n}`);
  }
  for (const it of model.interfaces) {
    if (isKnown(model, it.name, place)) parts.push(printInterface(model, it, place, external));
  }
  for (const union of model.unions) {
    const members = membersIn(model, union.name, place).map(({ name }) => name);
    if (members.length > 0) parts.push(`union ${union.name} = ${members.join(' | ')}`);
  }
  return parts.join('\n');
}

function head(model: Model, object: ObjectModel, place: string): string {
  const interfaces = object.interfaces.filter((name) => isKnown(model, name, place));
  const keys = (object.keys[place] ?? []).map(
    ({ fields, resolvable }) =>
      ` @key(fields: "${fields}"${resolvable ? '' : ', resolvable: false'})`,
  );
  const implemented = interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
  return implemented + keys.join('');
}

function printFields(
  model: Model,
  object: ObjectModel,
  place: string,
  external: ReadonlySet<string>,
  provided: ReadonlySet<string>,
): string[] {
  const lines: string[] = [];
  for (const field of object.fields) {
    const known = resolvers(object, field);
    const coordinate = `${object.name}.${field.name}`;
    if (field.overrides === place) lines.push(printField(field, ''));
    else if (known.includes(place)) {
      const isShared = object.kind === 'value' || known.length > 1 || provided.has(coordinate);
      const isHome = field.homes.includes(place);
      lines.push(printField(field, (isShared ? ' @shareable' : '') + (isHome ? needs(field) : '')));
    } else if (external.has(coordinate)) lines.push(printField(field, ' @external'));
  }
  return lines;
}

function needs({ requires, provides, overrides }: FieldModel): string {
  return [
    requires === undefined ? '' : ` @requires(fields: ${JSON.stringify(requires)})`,
    provides === undefined ? '' : ` @provides(fields: ${JSON.stringify(provides)})`,
    overrides === undefined ? '' : ` @override(from: "${overrides}")`,
  ].join('');
}

function printField({ name, type, args }: FieldModel, directives: string): string {
  const printed = args.map(
    (arg) => `${arg.name}: ${arg.type}${arg.fallback === undefined ? '' : ` = ${arg.fallback}`}`,
  );
  return `  ${name}${printed.length > 0 ? `(${printed.join(', ')})` : ''}: ${type}${directives}`;
}

function printInterface(
  model: Model,
  it: InterfaceModel,
  place: string,
  external: ReadonlySet<string>,
): string {
  if (it.object?.place === place) {
    const needed = it.fields.filter(({ name }) => external.has(`${it.name}.${name}`));
    const lines = [
      '  id: ID!',
      ...it.object.fields.map((field) => printField(field, needs(field))),
      ...needed.map((field) => printField(field, ' @external')),
    ];
    return `type ${it.name} @interfaceObject @key(fields: "id") {\n${lines.join('\n')}\n}`;
  }
  const key = it.object ? ' @key(fields: "id")' : '';
  const fields = interfaceFieldsIn(model, it, place).map((field) => printField(field, ''));
  return `interface ${it.name}${key} {\n${fields.join('\n')}\n}`;
}

/** `Type.field` of what the subgraph is told or brings but does not resolve. */
export function externalsIn(model: Model, place: string): Set<string> {
  const found = new Set<string>();
  const hosts: Pick<ObjectModel, 'name' | 'fields'>[] = [...model.objects];
  for (const it of model.interfaces) {
    if (it.object?.place === place) hosts.push({ name: it.name, fields: it.object.fields });
  }
  for (const { name, fields } of hosts) {
    for (const field of fields) {
      if (!field.homes.includes(place)) continue;
      const { requires, provides } = field;
      if (requires !== undefined) collect(model, place, name, selectionOf(requires), found);
      const target = named(field.type);
      if (provides !== undefined) collect(model, place, target, selectionOf(provides), found);
    }
  }
  return found;
}

function collect(
  model: Model,
  place: string,
  type: string,
  { selections }: SelectionSetNode,
  found: Set<string>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const on = selection.typeCondition?.name.value ?? type;
      collect(model, place, on, selection.selectionSet, found);
    }
    if (selection.kind !== Kind.FIELD) continue;
    const field = fieldOf(model, type, selection.name.value);
    if (!field) continue;
    const object = model.objects.find(({ name }) => name === type);
    const isOwn = object
      ? resolvers(object, field).includes(place)
      : field.name === 'id' || !!interfaceOf(model, type)?.object?.fields.includes(field);
    if (!isOwn) found.add(`${type}.${field.name}`);
    if (selection.selectionSet) {
      collect(model, place, named(field.type), selection.selectionSet, found);
    }
  }
}

/** `Type.field` of what some subgraph brings for another one, which must allow it. */
function providedFields(model: Model): Set<string> {
  const found = new Set<string>();
  for (const { fields } of model.objects) {
    for (const { provides, type, homes } of fields) {
      const [home] = homes;
      if (provides === undefined || home === undefined) continue;
      collect(model, home, named(type), selectionOf(provides), found);
    }
  }
  return found;
}
