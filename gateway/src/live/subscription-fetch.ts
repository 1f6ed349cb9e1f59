import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  type GraphQLDirective,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** A field as it is asked for, under its response key; selections of equal keys are one. */
export interface AskedField {
  readonly key: string;
  readonly node: FieldNode;
  readonly selections: readonly SelectionSetNode[];
}

/** What one fetch of a plan asks a subgraph for: fields by type, fragments expanded, skipped ones left out. */
export class SubscriptionFetch {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #root: SelectionSetNode | undefined;
  readonly #variables: Record<string, unknown> = {};

  constructor(document: DocumentNode, variables: Variables) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#fragments.set(definition.name.value, definition);
      } else if (definition.kind === Kind.OPERATION_DEFINITION) {
        this.#root ??= definition.selectionSet;
        for (const { variable, defaultValue } of definition.variableDefinitions ?? []) {
          if (defaultValue)
            this.#variables[variable.name.value] = valueFromASTUntyped(defaultValue);
        }
      }
    }
    Object.assign(this.#variables, variables);
  }

  /** The one field of the subscription. Throws where there is none or more than one. */
  root(): AskedField {
    const [field, ...others] = this.#root ? this.fields([this.#root], 'Subscription') : [];
    if (!field || others.length > 0) throw new Error('A subscription asks for one field.');
    return field;
  }

  fields(sets: readonly SelectionSetNode[], type: string): AskedField[] {
    const found = new Map<string, { node: FieldNode; selections: SelectionSetNode[] }>();
    for (const set of sets) {
      for (const node of this.#expanded(set, type)) {
        const key = node.alias?.value ?? node.name.value;
        const known = found.get(key) ?? { node, selections: [] };
        if (node.selectionSet) known.selections.push(node.selectionSet);
        found.set(key, known);
      }
    }
    return [...found].map(([key, asked]) => ({ key, ...asked }));
  }

  /** Values of a field's arguments; one whose variable has no value is absent. */
  argumentsOf({ node }: AskedField): Record<string, unknown> {
    return Object.fromEntries(
      (node.arguments ?? []).map(({ name, value }) => [
        name.value,
        valueFromASTUntyped(value, this.#variables),
      ]),
    );
  }

  *#expanded(set: SelectionSetNode, type: string): Generator<FieldNode> {
    for (const selection of set.selections) {
      if (!this.#isAsked(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        yield selection;
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : this.#fragments.get(selection.name.value);
      if (!fragment) throw new Error('A fragment is asked for that is not there.');
      // There are no abstract types here: a fragment is of this type or of none.
      const condition = fragment.typeCondition?.name.value ?? type;
      if (condition === type) yield* this.#expanded(fragment.selectionSet, type);
    }
  }

  #isAsked(node: SelectionNode): boolean {
    const isOn = (directive: GraphQLDirective) =>
      getDirectiveValues(directive, node, this.#variables)?.['if'];
    return isOn(GraphQLSkipDirective) !== true && isOn(GraphQLIncludeDirective) !== false;
  }
}
