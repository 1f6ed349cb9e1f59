import type { Graph } from '@propertea/schema/documents';
import { Kind } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { AdmittedDocument } from '../guards/document-limits.js';
import type { Caller } from '../identity/caller.js';
import type { TrustedDocuments } from '../trusted-documents/trusted-documents.js';
import { clientName } from './client-name.js';
import type { UsageRecorder } from './usage-recorder.js';

/** A valid operation at a door. */
export interface AtDoor {
  admitted: AdmittedDocument;
  operationName: string | undefined;
  caller: Pick<Caller, 'identity'>;
  headers: IncomingHttpHeaders;
  schema: GraphQLSchema;
}

export type CountUsage = (operation: AtDoor) => void;

/** Counts the operations of the doors of one graph. */
export function usageOf(
  graph: Graph,
  recorder: Pick<UsageRecorder, 'count'>,
  documents: Pick<TrustedDocuments, 'of'>,
): CountUsage {
  return ({ admitted, operationName, caller, headers, schema }) => {
    const portal = graph === 'portal' ? documents.of(admitted)?.portal : undefined;
    recorder.count({
      graph,
      id: admitted.id,
      name: operationName ?? onlyName(admitted),
      client: clientName(headers, caller.identity, portal),
      document: admitted.document,
      schema,
    });
  };
}

function onlyName({ document }: AdmittedDocument): string | null {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operation && 'name' in operation && operation.name?.value) || null;
}
