import { Supergraph } from '@apollo/federation-internals';
import { execute } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { onTheWire } from '../support/ours.js';
import type { Answer } from '../support/ours.js';
import type { Stage } from './subgraphs.js';
import { canonical, isRef } from './world.js';
import type { Args } from './world.js';

/** The schema that clients of a supergraph see, without any executor. */
export function clientSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}

/** What the specification of GraphQL says: one server, which has the whole world and no subgraphs. */
export async function specified(
  schema: GraphQLSchema,
  stage: Stage,
  document: DocumentNode,
  variables: Record<string, unknown>,
): Promise<Answer> {
  const result = await execute({
    schema,
    document,
    variableValues: variables,
    fieldResolver: (source, args: Args, _context, info) => {
      const parent = info.parentType.name;
      if (parent === 'Mutation') stage.log.push(`${info.fieldName}${canonical(args)}`);
      const ref = isRef(source) ? source : { __typename: parent, id: parent };
      return stage.current.field(ref, info.fieldName, args);
    },
  });
  return onTheWire(result);
}
