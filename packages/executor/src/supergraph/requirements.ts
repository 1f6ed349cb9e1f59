import { getNamedType, isCompositeType, isInterfaceType, isObjectType, Kind, print } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import type { Contexts } from './contexts.js';
import { argumentOf } from './directives.js';
import { parseFieldSet } from './field-sets.js';

/** What `@requires` of a supergraph wants of fields that take arguments. */
export interface Requirements {
  /** With which arguments a field of this name is required anywhere, also as context, each as text. */
  argumentsOf(fieldName: string): ReadonlySet<string> | undefined;
  /**
   * The fields of a type that need one same field with other arguments than `fieldName` does; itself among
   * them where it needs one with different arguments.
   */
  conflictsOf(typeName: string, fieldName: string): ReadonlySet<string> | undefined;
  /** Whether any field has such. */
  readonly hasConflicts: boolean;
}

/** Path of response keys below the entity → arguments as text. */
type Wants = ReadonlyMap<string, string>;

/** Reads every `@requires` as the supergraph's `@join__field(requires:)` has it. */
export function readRequirements(
  document: DocumentNode,
  schema: GraphQLSchema,
  contexts: Contexts,
): Requirements {
  const byName = new Map<string, Set<string>>();
  const byType = new Map<string, Map<string, Wants>>();
  for (const { type, selection } of contexts.told) {
    collect(schema, type, parseFieldSet(selection), '', new Map(), byName);
  }
  for (const definition of document.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    const typeName = definition.name.value;
    for (const field of definition.fields ?? []) {
      for (const directive of field.directives ?? []) {
        const text =
          directive.name.value === 'join__field' ? argumentOf(directive, 'requires') : undefined;
        if (typeof text !== 'string') continue;
        const wants = new Map<string, string>();
        collect(schema, typeName, parseFieldSet(text), '', wants, byName);
        const fields = byType.get(typeName) ?? new Map<string, Wants>();
        byType.set(typeName, fields);
        fields.set(field.name.value, new Map([...(fields.get(field.name.value) ?? []), ...wants]));
      }
    }
  }
  addInherited(byType, schema);
  const conflicts = findConflicts(byType);
  return {
    argumentsOf: (fieldName) => byName.get(fieldName),
    conflictsOf: (typeName, fieldName) => conflicts.get(`${typeName}.${fieldName}`),
    hasConflicts: conflicts.size > 0,
  };
}

function collect(
  schema: GraphQLSchema,
  typeName: string,
  set: SelectionSetNode,
  path: string,
  wants: Map<string, string>,
  byName: Map<string, Set<string>>,
): void {
  const type = schema.getType(typeName);
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition?.name.value ?? typeName;
      collect(schema, narrowed, selection.selectionSet, path, wants, byName);
    }
    if (selection.kind !== Kind.FIELD || !(isObjectType(type) || isInterfaceType(type))) continue;
    const name = selection.name.value;
    const definition = type.getFields()[name];
    if (!definition) continue;
    const here = `${path}.${name}`;
    wants.set(here, argumentsText(selection));
    if (definition.args.length > 0) {
      const texts = byName.get(name) ?? new Set<string>();
      byName.set(name, texts.add(argumentsText(selection)));
    }
    const result = getNamedType(definition.type);
    if (selection.selectionSet && isCompositeType(result)) {
      collect(schema, result.name, selection.selectionSet, here, wants, byName);
    }
  }
}

/** The arguments of a field as text, the same for the same arguments in whatever order. */
export function argumentsText(field: FieldNode): string {
  return (field.arguments ?? []).map(print).toSorted().join(',');
}

/** Interface objects require for all types of their interface. */
function addInherited(byType: Map<string, Map<string, Wants>>, schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const own = byType.get(type.name);
    const inherited = type.getInterfaces().flatMap(({ name }) => [...(byType.get(name) ?? [])]);
    if (inherited.length > 0) byType.set(type.name, new Map([...inherited, ...(own ?? [])]));
  }
}

function findConflicts(byType: Map<string, Map<string, Wants>>): Map<string, Set<string>> {
  const conflicts = new Map<string, Set<string>>();
  for (const [typeName, fields] of byType) {
    const whole = [...fields].map(([name]) => [name, withRequired(name, fields)] as const);
    for (const [name, wants] of whole) {
      const others = whole.filter(([, theirs]) => differ(wants, theirs)).map(([other]) => other);
      if (others.length > 0) conflicts.set(`${typeName}.${name}`, new Set(others));
    }
  }
  return conflicts;
}

/** What a field wants, and what the fields that it wants want themselves: for each path all arguments. */
function withRequired(
  name: string,
  fields: Map<string, Wants>,
  wants = new Map<string, Set<string>>(),
  seen = new Set<string>(),
): Map<string, Set<string>> {
  seen.add(name);
  for (const [path, text] of fields.get(name) ?? []) {
    wants.set(path, (wants.get(path) ?? new Set()).add(text));
    const required = path.slice(1);
    if (fields.has(required) && !seen.has(required)) withRequired(required, fields, wants, seen);
  }
  return wants;
}

type AllWants = ReadonlyMap<string, ReadonlySet<string>>;

/** Whether both together want one path with different arguments; a field may do so all by itself. */
function differ(ours: AllWants, theirs: AllWants): boolean {
  return [...ours].some(([path, texts]) => {
    const others = theirs.get(path);
    return others !== undefined && new Set([...texts, ...others]).size > 1;
  });
}
