import { GraphQLError, Kind, visit } from 'graphql';
import type { DirectiveNode, SelectionSetNode } from 'graphql';
import { argument } from './deferred-fragments.js';
import type { SelectedOperation } from './select-operation.js';

/**
 * Throws a GraphQLError where @defer stands where it means nothing: at the root of a mutation, whose fields
 * run one after the other; anywhere in a subscription, of which each event is answered at once, unless it
 * may be switched off; and under a label that cannot be told from another.
 */
export function refuseMisplacedDefer({ operation, fragments }: SelectedOperation): void {
  const kind = operation.operation;
  if (kind === 'mutation' && defersRoot(operation.selectionSet, fragments)) {
    throw refusal('@defer cannot be used at the root of a mutation.');
  }
  const labels = new Set<string>();
  for (const node of [operation, ...fragments.values()]) {
    visit(node, {
      Directive(directive) {
        if (directive.name.value !== 'defer') return;
        if (kind === 'subscription' && !canBeOff(directive)) {
          throw refusal(
            '@defer cannot be used in a subscription. Switch it off with its argument "if".',
          );
        }
        const label = argument(directive, 'label');
        if (!label || label.kind === Kind.NULL) return;
        if (label.kind !== Kind.STRING) throw refusal('The label of a @defer must be a text.');
        if (labels.has(label.value)) {
          throw refusal(`Two @defer of this operation have the label "${label.value}".`);
        }
        labels.add(label.value);
      },
    });
  }
}

function defersRoot(
  { selections }: SelectionSetNode,
  fragments: SelectedOperation['fragments'],
): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return false;
    if (selection.directives?.some(({ name }) => name.value === 'defer')) return true;
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return fragment !== undefined && defersRoot(fragment.selectionSet, fragments);
  });
}

function canBeOff(directive: DirectiveNode): boolean {
  const condition = argument(directive, 'if');
  return (
    condition?.kind === Kind.VARIABLE || (condition?.kind === Kind.BOOLEAN && !condition.value)
  );
}

function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
