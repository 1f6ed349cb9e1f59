import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const PUBLIC: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'tag' },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'name' },
      value: { kind: Kind.STRING, value: 'public' },
    },
  ],
};

/**
 * Writes the public tag at every element that a public type or root field brings along: its fields,
 * their arguments, and the inputs, enums and scalars of both. What is tagged "internal" stays out.
 */
export function spreadPublicTags(document: DocumentNode): DocumentNode {
  const types = new Map<string, TypeDefinitionNode>();
  for (const node of document.definitions)
    if ('name' in node && node.name && 'kind' in node)
      types.set(node.name.value, node as TypeDefinitionNode);

  const needed = new Set<string>();
  const tagged = new Map<string, TypeDefinitionNode>();

  const tagValue = (value: InputValueDefinitionNode): InputValueDefinitionNode => {
    needLeaf(value.type);
    return tag(value);
  };
  const tagField = (field: FieldDefinitionNode): FieldDefinitionNode => {
    needLeaf(field.type);
    return tag({ ...field, arguments: field.arguments?.map(tagValue) });
  };
  const needLeaf = (type: TypeNode): void => {
    const definition = types.get(nameOf(type));
    if (!definition || needed.has(definition.name.value)) return;
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      needed.add(definition.name.value);
      tagged.set(
        definition.name.value,
        tag({ ...definition, fields: definition.fields?.map(tagValue) }),
      );
    } else if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
      needed.add(definition.name.value);
      tagged.set(
        definition.name.value,
        tag({ ...definition, values: definition.values?.map((value) => tag(value)) }),
      );
    } else if (definition.kind === Kind.SCALAR_TYPE_DEFINITION) {
      needed.add(definition.name.value);
      tagged.set(definition.name.value, tag(definition));
    }
  };

  for (const definition of types.values()) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    )
      continue;
    const isRoot = ROOTS.has(definition.name.value);
    if (!isRoot && !hasTag(definition, 'public')) continue;
    const fields = definition.fields?.map((field) => {
      const isPublic = isRoot ? hasTag(field, 'public') : !hasTag(field, 'internal');
      return isPublic ? tagField(field) : field;
    });
    tagged.set(definition.name.value, { ...definition, fields });
  }
  return {
    ...document,
    definitions: document.definitions.map((node) =>
      'name' in node && node.name ? (tagged.get(node.name.value) ?? node) : node,
    ),
  };
}

function tag<Node extends { directives?: readonly ConstDirectiveNode[] }>(node: Node): Node {
  return hasTag(node, 'public')
    ? node
    : { ...node, directives: [...(node.directives ?? []), PUBLIC] };
}

function hasTag(node: { directives?: readonly ConstDirectiveNode[] }, name: string): boolean {
  return (node.directives ?? []).some(
    (directive) =>
      directive.name.value === 'tag' &&
      directive.arguments?.some(({ value }) => value.kind === Kind.STRING && value.value === name),
  );
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
