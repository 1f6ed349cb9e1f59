import { Kind, parse, print, visit } from 'graphql';
import type {
  DirectiveNode,
  DocumentNode,
  InlineFragmentNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { Draw } from './draw.js';

/** The operation with some of its fragments deferred, and some of its fields in fragments that are. */
export function drawDefers(source: string, draw: Draw): string {
  const document = parse(source, { noLocation: true });
  const isMutation = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation !== 'query',
  );
  const atRoot = isMutation ? rootSets(document) : new Set<SelectionSetNode>();
  let labels = 0;
  const defer = (): DirectiveNode => {
    const named = draw.chance(0.5) ? `label: "l${(labels += 1)}"` : '';
    const condition = draw.chance(0.15) ? `if: ${draw.chance(0.7)}` : '';
    const args = named || condition ? `(${named} ${condition})` : '';
    return directiveOf(`@defer${args}`);
  };
  const changed = visit(document, {
    SelectionSet(set) {
      if (atRoot.has(set)) return undefined;
      const selections = set.selections.map((selection): SelectionNode => {
        if (selection.kind === Kind.FIELD || draw.chance(0.5)) return selection;
        return { ...selection, directives: [...(selection.directives ?? []), defer()] };
      });
      if (!draw.chance(0.35)) return { ...set, selections };
      const apart = selections.filter(() => draw.chance(0.5));
      if (apart.length === 0) return { ...set, selections };
      const fragment: InlineFragmentNode = {
        kind: Kind.INLINE_FRAGMENT,
        directives: [defer()],
        selectionSet: { kind: Kind.SELECTION_SET, selections: apart },
      };
      // What is deferred may be asked for at once as well.
      const isPlain = (one: SelectionNode): boolean => !print(one).includes('@defer');
      const rest = selections.filter(
        (one) => !apart.includes(one) || (isPlain(one) && draw.chance(0.15)),
      );
      return { ...set, selections: [...rest, fragment] };
    },
  });
  return print(changed).replace(/\s+/g, ' ');
}

/** The selection sets that are asked of the root type itself. */
function rootSets(document: DocumentNode): Set<SelectionSetNode> {
  const found = new Set<SelectionSetNode>();
  const follow = (set: SelectionSetNode): void => {
    if (found.has(set)) return;
    found.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) follow(selection.selectionSet);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
      const { value } = selection.name;
      for (const definition of document.definitions) {
        const isIt =
          definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === value;
        if (isIt) follow(definition.selectionSet);
      }
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) follow(definition.selectionSet);
  }
  return found;
}

function directiveOf(text: string): DirectiveNode {
  const [definition] = parse(`{ ... ${text} { x } }`, { noLocation: true }).definitions;
  const selection =
    definition?.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections[0]
      : undefined;
  const directive = selection?.directives?.[0];
  if (!directive) throw new Error(text);
  return directive;
}
