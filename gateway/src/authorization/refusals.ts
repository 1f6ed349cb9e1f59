import { ANONYMOUS } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import {
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
} from 'graphql';
import type {
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import type { ExecutionRequest } from '../executor/executor.js';
import type { AccessRule, AccessRules } from './access-rules.js';

const MAX_REFUSALS = 100;

type Code = 'UNAUTHENTICATED' | 'FORBIDDEN';
type Path = readonly string[];

const MESSAGES: Record<Code, string> = {
  UNAUTHENTICATED: 'Sign in to read this.',
  FORBIDDEN: 'Your account may not read this.',
};

/**
 * One error, with the path of response keys, for each selected field that the identity may not read,
 * the outermost ones; none means that the operation may run. A field of an interface is refused when any type it could be
 * is protected, unless a fragment narrows it. `__typename` itself is never refused.
 */
export function refusals(
  request: Pick<ExecutionRequest, 'document' | 'operationName' | 'variables'>,
  identity: Identity,
  rules: AccessRules,
  schema: GraphQLSchema,
): GraphQLError[] {
  const operation = getOperationAST(request.document, request.operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return [];
  const { coerced } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables,
  );
  const walk = new Walk(request, identity, rules, schema, coerced);
  walk.selections(operation.selectionSet, root, [root], []);
  return [...walk.found.values()];
}

class Walk {
  readonly found = new Map<string, GraphQLError>();
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    request: Pick<ExecutionRequest, 'document'>,
    private readonly identity: Identity,
    private readonly rules: AccessRules,
    private readonly schema: GraphQLSchema,
    private readonly variables: Record<string, unknown> | undefined,
  ) {
    for (const definition of request.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#fragments.set(definition.name.value, definition);
      }
    }
  }

  /** `possible` are the object types that may stand here, as narrowed by the fragments around. */
  selections(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    possible: readonly GraphQLObjectType[],
    path: Path,
  ): void {
    for (const selection of set.selections) {
      if (this.found.size >= MAX_REFUSALS) return;
      if (this.#isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        this.#field(selection, type, possible, path);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.get(selection.name.value);
      if (!fragment) continue;
      const condition = fragment.typeCondition
        ? this.schema.getType(fragment.typeCondition.name.value)
        : type;
      if (!isCompositeType(condition)) continue;
      const narrowed = this.#possible(condition).filter((member) => possible.includes(member));
      this.selections(fragment.selectionSet, condition, narrowed, path);
    }
  }

  #field(
    node: Extract<SelectionNode, { kind: Kind.FIELD }>,
    type: GraphQLCompositeType,
    possible: readonly GraphQLObjectType[],
    path: Path,
  ): void {
    const name = node.name.value;
    if (name.startsWith('__')) return;
    const here = [...path, node.alias?.value ?? name];
    const definition =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const result = definition && getNamedType(definition.type);
    for (const owner of new Set([type.name, ...possible.map((member) => member.name)])) {
      this.#demand(this.rules.ofType(owner), here);
      this.#demand(this.rules.ofField(owner, name), here);
    }
    if (!result) return;
    this.#demand(this.rules.ofType(result.name), here);
    // What stands below a refused field is out of reach with it and needs no error of its own.
    if (this.found.has(JSON.stringify(here))) return;
    if (node.selectionSet && isCompositeType(result)) {
      this.selections(node.selectionSet, result, this.#possible(result), here);
    }
  }

  #possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }

  #demand(rule: AccessRule | undefined, path: Path): void {
    const code = rule && this.#refusal(rule);
    if (!code) return;
    const key = JSON.stringify(path);
    if (this.found.has(key)) return;
    this.found.set(key, new GraphQLError(MESSAGES[code], { path, extensions: { code } }));
  }

  #refusal(rule: AccessRule): Code | undefined {
    if (this.identity.persona === ANONYMOUS.persona) return 'UNAUTHENTICATED';
    if (rule.policy) return 'FORBIDDEN';
    const held = rule.scopes.every((alternatives) =>
      alternatives.some((scopes) => scopes.every((scope) => this.identity.scopes.includes(scope))),
    );
    return held ? undefined : 'FORBIDDEN';
  }

  /** Variables that could not be coerced leave nothing out: the executor refuses them later anyway. */
  #isLeftOut(node: SelectionNode): boolean {
    const { variables } = this;
    if (!variables || !node.directives?.length) return false;
    try {
      const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
      const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
      return skip?.if === true || include?.if === false;
    } catch {
      return false;
    }
  }
}
