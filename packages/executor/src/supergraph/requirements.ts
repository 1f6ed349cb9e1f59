import { getNamedType, isCompositeType, isInterfaceType, isObjectType, Kind, print } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { argumentOf } from './directives.js';
import { parseFieldSet } from './field-sets.js';

/** What `@requires` of a supergraph wants of fields that take arguments. */
export interface Requirements {
  /** With which arguments a field of this name is required anywhere, each as text. */
  argumentsOf(fieldName: string): ReadonlySet<string> | undefined;
  /** The fields of a type that need one same field with other arguments than `fieldName` does. */
  conflictsOf(typeName: string, fieldName: string): ReadonlySet<string> | undefined;
}

/** Path of response keys below the entity → arguments as text. */
type Wants = ReadonlyMap<string, string>;

/** Reads every `@requires` as the supergraph's `@join__field(requires:)` has it. */
export function readRequirements(document: DocumentNode, schema: GraphQLSchema): Requirements {
  const byName = new Map<string, Set<string>>();
  const byType = new Map<string, Map<string, Wants>>();
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
  const conflicts = findConflicts(byType);
  return {
    argumentsOf: (fieldName) => byName.get(fieldName),
    conflictsOf: (typeName, fieldName) => conflicts.get(`${typeName}.${fieldName}`),
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

/** What a field wants, and what the fields that it wants want themselves. */
function withRequired(
  name: string,
  fields: Map<string, Wants>,
  seen = new Set<string>(),
): Map<string, string> {
  const wants = new Map(fields.get(name));
  seen.add(name);
  for (const path of Array.from(wants.keys())) {
    const required = path.slice(1);
    if (!fields.has(required) || seen.has(required)) continue;
    for (const [key, text] of withRequired(required, fields, seen)) {
      if (!wants.has(key)) wants.set(key, text);
    }
  }
  return wants;
}

function differ(ours: Wants, theirs: Wants): boolean {
  return [...ours].some(([path, text]) => theirs.has(path) && theirs.get(path) !== text);
}
