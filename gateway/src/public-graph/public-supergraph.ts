import { isTypeDefinitionNode, Kind, parse, print } from 'graphql';
import type { ConstDirectiveNode, DocumentNode, TypeDefinitionNode } from 'graphql';

const LINK = '@link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)';
const DEFINITION =
  'directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION';
const SPECIFIED = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

interface Element {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

const INACCESSIBLE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'inaccessible' },
};

/**
 * The supergraph in which everything that the public contract does not show is `@inaccessible`. What is
 * executed over it knows nothing else to clients: it is not in its schema, so that introspection, validation and
 * answers cannot show it; keys and requirements are still fetched. What a contract forgets is hidden.
 */
export function publicSupergraph(supergraphSdl: string, publicSdl: string): string {
  const shown = typesOf(parse(publicSdl, { noLocation: true }));
  const document = parse(supergraphSdl, { noLocation: true });
  const definitions = document.definitions.map((node) =>
    isTypeDefinitionNode(node) && isOfTheGraph(node)
      ? hidden(node, shown.get(node.name.value))
      : node,
  );
  return print(withInaccessible({ ...document, definitions }));
}

/** Of composition's own types (`join__Graph`) no client ever hears. */
function isOfTheGraph({ name }: TypeDefinitionNode): boolean {
  return !name.value.includes('__') && !SPECIFIED.has(name.value);
}

function typesOf({ definitions }: DocumentNode): Map<string, TypeDefinitionNode> {
  return new Map(
    definitions.filter(isTypeDefinitionNode).map((node) => [node.name.value, node] as const),
  );
}

function hidden(
  node: TypeDefinitionNode,
  shown: TypeDefinitionNode | undefined,
): TypeDefinitionNode {
  // An element of another kind than in the contract is none of it.
  if (shown?.kind !== node.kind) return mark(node);
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const known = membersOf(shown, 'fields');
      const fields = node.fields?.map((field) => {
        const own = known.get(field.name.value);
        if (!own) return mark(field);
        const args = membersOf(own, 'arguments');
        return { ...field, arguments: field.arguments?.map((arg) => markUnless(args, arg)) };
      });
      return { ...node, fields };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const known = membersOf(shown, 'fields');
      return { ...node, fields: node.fields?.map((field) => markUnless(known, field)) };
    }
    case Kind.ENUM_TYPE_DEFINITION: {
      const known = membersOf(shown, 'values');
      return { ...node, values: node.values?.map((value) => markUnless(known, value)) };
    }
    default:
      return node;
  }
}

function membersOf(of: object, list: string): Map<string, Element> {
  const members = ((of as Record<string, unknown>)[list] ?? []) as Element[];
  return new Map(members.map((member) => [member.name.value, member]));
}

function markUnless<Node extends Element>(known: ReadonlyMap<string, unknown>, node: Node): Node {
  return known.has(node.name.value) ? node : mark(node);
}

function mark<Node extends Element>(node: Node): Node {
  const directives = node.directives ?? [];
  const isMarked = directives.some(({ name }) => name.value === 'inaccessible');
  return isMarked ? node : { ...node, directives: [...directives, INACCESSIBLE] };
}

/** A supergraph of rooms that hide nothing does not know the directive yet. */
function withInaccessible(document: DocumentNode): DocumentNode {
  const { definitions } = document;
  const isKnown = definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'inaccessible',
  );
  if (isKnown) return document;
  const [extension] = parse(`extend schema ${LINK}`, { noLocation: true }).definitions;
  const links = extension?.kind === Kind.SCHEMA_EXTENSION ? (extension.directives ?? []) : [];
  return {
    ...document,
    definitions: [
      ...definitions.map((node) =>
        node.kind === Kind.SCHEMA_DEFINITION
          ? { ...node, directives: [...(node.directives ?? []), ...links] }
          : node,
      ),
      ...parse(DEFINITION, { noLocation: true }).definitions,
    ],
  };
}
