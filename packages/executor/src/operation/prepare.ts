import { GraphQLError } from 'graphql';
import type { OperationTypeNode } from 'graphql';
import type { Refusal } from '../policy/refusals.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { withContextTypes } from './context-types.js';
import { inOrder } from './inline-fragments.js';
import { onObjectTypes } from './interface-objects.js';
import { partIntrospection } from './introspection.js';
import { planApart } from './plan-apart.js';
import type { Pauses } from './pauses.js';
import { textOf } from './select-operation.js';
import { sizeOf } from './size.js';
import type { SelectedOperation } from './select-operation.js';
import { withTypeNames } from './type-names.js';
import { withFreeVariables, withSourceKeys } from './source-keys.js';
import type { ShapeParts } from '../shape/build-shape.js';

/** More is not planned, however few fragments it is written with. */
const MOST_SELECTIONS = 50_000;

/** An operation in the form in which it is planned. */
export interface PreparedOperation {
  readonly kind: `${OperationTypeNode}`;
  /** As the client wrote it: the form of the answer. */
  readonly asked: SelectedOperation;
  /** The texts to plan; the answers of all of them together are the answer. */
  readonly toPlan: readonly string[];
  /** What the schema itself answers. */
  readonly introspection: SelectedOperation | undefined;
  readonly refusals: readonly Refusal[];
}

/**
 * From what the client may have of its operation to what is planned: without introspection, each field
 * under a key that means only it, and apart where one plan could not do. Throws a GraphQLError where it
 * is too large, or a write or a subscription would have to be planned apart.
 */
export async function prepare(
  asked: SelectedOperation,
  permitted: SelectedOperation | undefined,
  refusals: readonly Refusal[],
  facts: SupergraphFacts,
  { schema: clientSchema, sourceKey }: Pick<ShapeParts, 'schema' | 'sourceKey'>,
  pauses: Pauses,
): Promise<PreparedOperation> {
  const kind = asked.operation.operation;
  if (sizeOf(asked) > MOST_SELECTIONS) {
    throw new GraphQLError('The operation asks for too much at once. Ask for less.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  if (!permitted) return { kind, asked, toPlan: [], introspection: undefined, refusals };
  await pauses.afterLongWork();
  const keyed = withSourceKeys(withTypeNames(permitted, clientSchema), sourceKey);
  await pauses.afterLongWork();
  const { data, schema } = partIntrospection(keyed);
  const hasData = data.operation.selectionSet.selections.length > 0;
  const ordered = kind === 'mutation' ? inOrder(data) : data;
  const plain = onObjectTypes(
    withContextTypes(ordered, clientSchema, facts.contexts),
    clientSchema,
    facts.interfaceObjects,
  );
  await pauses.afterLongWork();
  const apart = hasData ? planApart(plain, facts) : [];
  if (apart.length > 1 && kind !== 'query') {
    throw new GraphQLError(
      'Two fields of this operation need one field with different arguments, which only a query can ask for at once. Ask for them by a query.',
      { extensions: { code: 'BAD_USER_INPUT' } },
    );
  }
  const toPlan: string[] = [];
  for (const part of apart) {
    await pauses.afterLongWork();
    toPlan.push(textOf(withFreeVariables(part)));
  }
  return {
    kind,
    asked,
    toPlan,
    introspection: schema,
    refusals,
  };
}
