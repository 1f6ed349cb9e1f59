import { visit } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { readAccessRules } from './access-rules.js';
import type { Caller } from './caller.js';
import { Pruner } from './prune.js';
import { findRefusals } from './refusals.js';
import type { Refusal } from './refusals.js';
import { Access, rightsOf } from './rights.js';

/** What of an operation a caller may read. */
export interface Permitted {
  /** The operation without what is refused; undefined when no field is left. */
  readonly operation: OperationDefinitionNode | undefined;
  /** The fragments that `operation` spreads, without what is refused. */
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /**
   * Whether a field node of the operation as it was asked is refused for objects of a type. A response key
   * is null when all of its nodes that apply to the object are; otherwise its value is made of the
   * selections of those that are not.
   */
  refusesNode(objectType: string, node: FieldNode): boolean;
  /** The refused places, outermost only, at most 100. A path may come twice under different conditions. */
  readonly refusals: readonly Refusal[];
}

/** Enforces @authenticated, @requiresScopes and @policy of one supergraph. */
export interface Policies {
  /** Equal for callers who may read the same and are told the same where they may not. */
  rightsKey(caller: Caller): string;
  /** `operation` is valid. */
  apply(
    operation: OperationDefinitionNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    caller: Caller,
  ): Permitted;
}

/**
 * The protections of a supergraph over its API schema; undefined when it has none. Throws when it asks for
 * a protection that is not known here.
 */
export function createPolicies(
  supergraph: DocumentNode,
  schema: GraphQLSchema,
): Policies | undefined {
  const rules = readAccessRules(supergraph);
  if (rules.demands.length === 0) return undefined;
  const access = new Access(rules);
  return {
    rightsKey(caller) {
      const rights = rightsOf(rules.demands, caller);
      if (rights.every(Boolean)) return 'all';
      return [caller.authenticated, ...rights].map(Number).join('');
    },
    apply(operation, fragments, caller) {
      const rights = rightsOf(rules.demands, caller);
      const pruner = new Pruner(schema, fragments, (selectedOn, field, object) =>
        access.refuses(rights, selectedOn, field, object),
      );
      const pruned = pruner.operation(operation);
      const code = caller.authenticated ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      return {
        ...selfContained(pruned, (name) => pruner.fragment(name)),
        refusesNode: (type, node) => pruner.refused.get(node)?.has(type) ?? false,
        refusals: findRefusals(schema, operation, fragments, pruner, code),
      };
    },
  };
}

/** The operation with only those variables and fragments that it uses. */
function selfContained(
  operation: OperationDefinitionNode | undefined,
  fragment: (name: string) => FragmentDefinitionNode | undefined,
): Pick<Permitted, 'operation' | 'fragments'> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  if (!operation) return { operation, fragments };
  const variables = new Set<string>();
  const use = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const definition = fragments.has(name.value) ? undefined : fragment(name.value);
        if (!definition) return;
        fragments.set(name.value, definition);
        use(definition);
      },
    });
  };
  use(operation);
  const definitions = operation.variableDefinitions ?? [];
  const used = definitions.filter(({ variable }) => variables.has(variable.name.value));
  return {
    operation:
      used.length === definitions.length ? operation : { ...operation, variableDefinitions: used },
    fragments,
  };
}
