import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';

const NAME = 'cacheControl';

/**
 * Apollo's directive; composition keeps it, so that the gateway knows before it asks what it may keep. Its scope is
 * a text: an enum would be part of the schema that clients see.
 */
const DEFINITIONS = parse(`
extend schema
  @link(url: "https://propertea.example/cache/v1.0", import: ["@cacheControl"])
  @composeDirective(name: "@cacheControl")

"""
For how long, in seconds, and for whom an answer may be kept: PUBLIC for everybody who may read it, PRIVATE for one
identity.
"""
directive @cacheControl(maxAge: Int, scope: String, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
`).definitions;

/**
 * Says at each field what its type, or the type that it returns, lets be kept: composition unites types of several
 * rooms, and what one of them says of its own fields is not said of the others'. Adds what a schema with the
 * directive declares; any other stays as it is.
 */
export function spreadCacheControl(document: DocumentNode): DocumentNode {
  const ofType = new Map<string, ConstDirectiveNode>();
  for (const node of document.definitions) {
    const hint = node.kind === Kind.OBJECT_TYPE_DEFINITION ? hintOf(node) : undefined;
    if (hint && node.kind === Kind.OBJECT_TYPE_DEFINITION) ofType.set(node.name.value, hint);
  }
  const objects = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.UNION_TYPE_DEFINITION
        ? [node.name.value]
        : [],
    ),
  );
  let isUsed = false;
  const spreadField = (field: FieldDefinitionNode, own: ConstDirectiveNode | undefined) => {
    const type = nameOf(field.type);
    const isPlain = !objects.has(type) && !field.arguments?.length;
    const hint = hintOf(field) ?? ofType.get(type) ?? (isPlain ? own : undefined);
    isUsed ||= hint !== undefined;
    return hint ? { ...field, directives: [...without(field), hint] } : field;
  };
  const spread = (type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => {
    const own = hintOf(type);
    // What a mutation answers, and what an event tells, is never kept.
    if (type.name.value === 'Mutation' || type.name.value === 'Subscription') return type;
    const fields = type.fields?.map((field) => spreadField(field, own));
    return { ...type, fields, directives: without(type) };
  };
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION ? spread(node) : node,
  );
  return { ...document, definitions: isUsed ? [...DEFINITIONS, ...definitions] : definitions };
}

interface Marked {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

function hintOf({ directives = [] }: Marked): ConstDirectiveNode | undefined {
  return directives.find(({ name }) => name.value === NAME);
}

function without({ directives = [] }: Marked): ConstDirectiveNode[] {
  return directives.filter(({ name }) => name.value !== NAME);
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
