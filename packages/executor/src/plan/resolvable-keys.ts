import { Kind, parse, print, visit } from 'graphql';
import type { DirectiveNode } from 'graphql';

/**
 * The supergraph without keys by which a subgraph can be referred to but not entered. The planner picks
 * the key for entering a subgraph again by the order of their declarations, whether or not it can be
 * resolved there; one that cannot answers null.
 */
export function withResolvableKeysOnly(supergraphSdl: string): string {
  if (!supergraphSdl.includes('resolvable: false')) return supergraphSdl;
  const document = visit(parse(supergraphSdl, { noLocation: true }), {
    enter(node) {
      if (!('directives' in node) || !node.directives?.some(isUnresolvable)) {
        return undefined;
      }
      const { directives } = node;
      const entered = new Set(directives.filter(isResolvableKey).map(graphOf));
      return {
        ...node,
        directives: directives.flatMap((directive) => {
          if (!isUnresolvable(directive)) return [directive];
          // A graph that cannot be entered by any key still knows the type.
          if (entered.has(graphOf(directive))) return [];
          entered.add(graphOf(directive));
          return [withoutKey(directive)];
        }),
      };
    },
  });
  return print(document);
}

function argument(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
}

function isUnresolvable(directive: DirectiveNode): boolean {
  const resolvable = argument(directive, 'resolvable');
  return (
    directive.name.value === 'join__type' && resolvable?.kind === Kind.BOOLEAN && !resolvable.value
  );
}

function isResolvableKey(directive: DirectiveNode): boolean {
  return directive.name.value === 'join__type' && !isUnresolvable(directive);
}

function graphOf(directive: DirectiveNode): string {
  const graph = argument(directive, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

function withoutKey(directive: DirectiveNode): DirectiveNode {
  const kept = directive.arguments?.filter(
    ({ name }) => name.value !== 'key' && name.value !== 'resolvable',
  );
  return { ...directive, arguments: kept ?? [] };
}
