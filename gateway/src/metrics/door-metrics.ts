import { BoundedValues, OTHER } from '@propertea/observability';
import type { Metrics } from '@propertea/observability';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { IncomingHttpHeaders } from 'node:http';
import type { AdmittedDocument } from '../guards/document-limits.js';
import type { Caller } from '../identity/caller.js';
import type { TrustedDocuments } from '../trusted-documents/trusted-documents.js';
import { clientKind } from '../usage/client-name.js';

/** So many operations and clients are told apart in each door; those that come later are `other`. */
const OPERATIONS = 200;
const CLIENTS = 50;
/** So many pairs of operation and client; of those that come later the client alone is told. */
const CALLS = 500;
/** What was refused before it was known what it asks. */
const UNKNOWN = 'unknown';

export type Door = 'portal' | 'public' | 'socket';

/** One request at a door. */
export interface DoorRequest {
  /** To be told of an operation once it was found valid. */
  valid(asked: {
    admitted: AdmittedDocument;
    caller: Pick<Caller, 'identity'>;
    headers: IncomingHttpHeaders;
  }): void;
  answered(result: FormattedExecutionResult): void;
}

export interface DoorMetrics {
  begin(): DoorRequest;
}

/**
 * Counts what comes to the doors, by operation, by client and by both, each bounded. Operations of portals have their
 * names; others the beginning of their hash, as a name is whatever its sender likes. API clients are one client.
 */
export function doorMetrics(
  metrics: Metrics,
  documents: Pick<TrustedDocuments, 'of'>,
): (door: Door) => DoorMetrics {
  const byOperation = metrics.counter(
    'propertea_gateway_operations_total',
    'Operations answered, by door, operation and the code of their first error, OK without one.',
    ['door', 'operation', 'code'],
  );
  const byClient = metrics.counter(
    'propertea_gateway_client_operations_total',
    'Operations answered, by door, client and the code of their first error.',
    ['door', 'client', 'code'],
  );
  const byBoth = metrics.counter(
    'propertea_gateway_calls_total',
    'Valid operations answered, by door, operation and client.',
    ['door', 'operation', 'client'],
  );
  const durations = metrics.histogram(
    'propertea_gateway_operation_duration_seconds',
    'From the request to its answer, by door and operation; of a subscription until it is admitted.',
    ['door', 'operation'],
  );
  return (door) => {
    const operations = new BoundedValues(OPERATIONS);
    const clients = new BoundedValues(CLIENTS);
    const calls = new BoundedValues(CALLS);
    return {
      begin() {
        const begun = performance.now();
        let operation = UNKNOWN;
        let client = UNKNOWN;
        return {
          valid({ admitted, caller, headers }) {
            const trusted = documents.of(admitted);
            operation = operations.of(trusted?.name ?? `#${admitted.id.slice(0, 12)}`);
            client = clients.of(clientKind(headers, caller.identity, trusted?.portal));
          },
          answered({ errors: [first] = [] }) {
            const code = first ? codeOf(first) : 'OK';
            byOperation.inc({ door, operation, code });
            byClient.inc({ door, client, code });
            if (client !== UNKNOWN) {
              const isOther = calls.of(`${operation}\n${client}`) === OTHER;
              byBoth.inc({ door, operation: isOther ? OTHER : operation, client });
            }
            durations.observe({ door, operation }, (performance.now() - begun) / 1_000);
          },
        };
      },
    };
  };
}

function codeOf({ extensions }: GraphQLFormattedError): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL';
}
