import { visit } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, VariableNode } from 'graphql';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { argumentsText } from '../supergraph/requirements.js';
import { responseKey } from './select-operation.js';
import type { SelectedOperation } from './select-operation.js';

/** The key under which the subgraphs answer a field of the client's operation. */
export type SourceKey = (field: FieldNode) => string;

const PREFIX = '_asked_';

/**
 * Plans put what keys and requirements need beside what the client asks for, under the fields' own names,
 * and take two of one key for the same. So a client's field keeps its key only where nothing else can
 * mean it: an alias that is the name of another field, and a field with other arguments than those with
 * which it is required, get a key of their own.
 */
export function sourceKeys({ fieldNames, requirements }: SupergraphFacts): SourceKey {
  return (field) => {
    const key = responseKey(field);
    const name = field.name.value;
    // Every object has these by its prototype, whether or not a subgraph answered them.
    if (key in Object.prototype) return PREFIX + key;
    if (key !== name) {
      const taken = fieldNames.has(key) || key.startsWith('__') || key.startsWith(PREFIX);
      return taken ? PREFIX + key : key;
    }
    const required = requirements.argumentsOf(name);
    if (!required) return key;
    return required.size === 1 && required.has(argumentsText(field)) ? key : PREFIX + key;
  };
}

/** The operation with each field under its source key. */
export function withSourceKeys(selected: SelectedOperation, keyOf: SourceKey): SelectedOperation {
  const rename = {
    Field(field: FieldNode): FieldNode | undefined {
      const key = keyOf(field);
      if (key === responseKey(field)) return undefined;
      return { ...field, alias: { kind: field.name.kind, value: key } };
    },
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [name, fragment] of selected.fragments) fragments.set(name, visit(fragment, rename));
  return { operation: visit(selected.operation, rename), fragments };
}

/** The names of variables that plans use for what is told of entities, and by what is around them. */
const TAKEN = /^(representations$|contextualArgument)/;

/**
 * The operation with no variable under a name that plans use: they would lose the client's variable of that
 * name. `clientKey` gives its own name again.
 */
export function withFreeVariables(selected: SelectedOperation): SelectedOperation {
  const rename = {
    Variable(variable: VariableNode): VariableNode | undefined {
      const { value } = variable.name;
      if (!TAKEN.test(value) && !value.startsWith(PREFIX)) return undefined;
      return { ...variable, name: { ...variable.name, value: PREFIX + value } };
    },
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const [name, fragment] of selected.fragments) fragments.set(name, visit(fragment, rename));
  return { operation: visit(selected.operation, rename), fragments };
}

/** A source key as the client's response key. */
export function clientKey(sourceKey: string): string {
  return sourceKey.startsWith(PREFIX) ? sourceKey.slice(PREFIX.length) : sourceKey;
}
