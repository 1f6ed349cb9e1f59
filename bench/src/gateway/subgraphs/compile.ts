import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromAST,
  validate,
} from 'graphql';
import { type Arguments, type Resolve, ROOMS, type Source } from './data.js';
import type { SubgraphName } from './schemas.js';

/** Answers an operation with these variables; `root` is what an event gives to the fields of a subscription. */
export type Compiled = (
  variables: Arguments,
  root?: Source,
) => { data?: Source; errors?: readonly GraphQLError[] };

type Fill = (source: Source, variables: Arguments, target: Source) => void;
type Complete = (value: unknown, variables: Arguments) => unknown;

/**
 * Compiles the text of an operation once into closures over the data in memory, so that the subgraphs cost
 * little beside the gateway that is measured. What is not valid in the subgraph's schema is refused.
 */
export function compile(room: SubgraphName, schema: GraphQLSchema, text: string): Compiled {
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) return () => ({ errors });
  const operation = getOperationAST(document);
  const type = operation && schema.getRootType(operation.operation);
  if (!operation || !type) return () => ({ errors: [new GraphQLError('no single operation')] });
  const fill = new Compilation(room, schema, document).selection(type.name, [
    operation.selectionSet,
  ]);
  const withDefaults = variablesOf(schema, operation);
  return (variables, root = {}) => {
    const data: Source = {};
    fill(root, withDefaults(variables), data);
    return { data };
  };
}

/** Coerces variables by the schema only where they have defaults: representations are taken as they are. */
function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode) {
  const definitions = operation.variableDefinitions ?? [];
  if (!definitions.some((definition) => definition.defaultValue))
    return (given: Arguments) => given;
  return (given: Arguments): Arguments =>
    getVariableValues(schema, definitions, given).coerced ?? given;
}

class Compilation {
  constructor(
    private readonly room: SubgraphName,
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {}

  /** Writes the selected fields of an object of this type in the order of the operation. */
  selection(typeName: string, sets: readonly SelectionSetNode[]): Fill {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(typeName, set, fields);
    const fills = [...fields].map(([key, nodes]) => this.field(typeName, key, nodes));
    return (source, variables, target) => {
      for (const fill of fills) fill(source, variables, target);
    };
  }

  private collect(typeName: string, set: SelectionSetNode, into: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        into.set(key, [...(into.get(key) ?? []), selection]);
        continue;
      }
      if ((selection.directives?.length ?? 0) > 0) {
        throw new Error('bench subgraphs know no conditions on fragments');
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragment(selection.name.value);
      const condition = fragment.typeCondition?.name.value;
      if (!condition || condition === typeName || condition === '_Entity') {
        this.collect(typeName, fragment.selectionSet, into);
      }
    }
  }

  private fragment(name: string) {
    for (const definition of this.document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) {
        return definition;
      }
    }
    throw new Error(`no fragment ${name}`);
  }

  private field(typeName: string, key: string, nodes: readonly FieldNode[]): Fill {
    const [node] = nodes;
    if (!node) throw new Error(`no field ${key}`);
    const name = node.name.value;
    if (name === '__typename') return (_, __, target) => void (target[key] = typeName);
    const sets = nodes.flatMap((each) => each.selectionSet ?? []);
    if (name === '_entities') return this.entities(key, node, sets);

    const type = this.schema.getType(typeName);
    const definition = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!definition) throw new Error(`no field ${typeName}.${name}`);
    const resolve: Resolve =
      ROOMS[this.room].fields[typeName]?.[name] ?? ((source) => source[name]);
    const complete = this.complete(definition.type, sets);
    const args =
      definition.args.length > 0
        ? (variables: Arguments) => getArgumentValues(definition, node, variables)
        : () => ({});
    const plain: Fill = (source, variables, target) => {
      target[key] = complete(resolve(source, args(variables)), variables);
    };
    if (!node.directives?.length) return plain;
    return (source, variables, target) => {
      const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true;
      const included = getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'];
      if (!skipped && included !== false) plain(source, variables, target);
    };
  }

  private entities(key: string, node: FieldNode, sets: readonly SelectionSetNode[]): Fill {
    const { entities } = ROOMS[this.room];
    const fills = new Map(
      Object.keys(entities).map((name) => [name, this.selection(name, sets)] as const),
    );
    const argument = node.arguments?.find((each) => each.name.value === 'representations')?.value;
    const anyType = this.schema.getType('_Any');
    const representationsOf = (variables: Arguments): Source[] => {
      if (argument?.kind === Kind.VARIABLE) return variables[argument.name.value] as Source[];
      return valueFromAST(argument, anyType as never, variables) as Source[];
    };
    return (_, variables, target) => {
      target[key] = representationsOf(variables).map((representation) => {
        const name = String(representation['__typename']);
        const source = entities[name]?.(representation);
        if (!source) return null;
        const data: Source = {};
        fills.get(name)?.(source, variables, data);
        return data;
      });
    };
  }

  private complete(type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Complete {
    if (sets.length === 0) return (value) => value ?? null;
    const fill = this.selection(getNamedType(type).name, sets);
    const one: Complete = (value, variables) => {
      if (value === null || value === undefined) return null;
      const data: Source = {};
      fill(value as Source, variables, data);
      return data;
    };
    const inner = 'ofType' in type ? (type.ofType as GraphQLOutputType) : type;
    if (!isListType(type) && !isListType(inner)) return one;
    return (value, variables) =>
      Array.isArray(value) ? value.map((item) => one(item, variables)) : null;
  }
}
