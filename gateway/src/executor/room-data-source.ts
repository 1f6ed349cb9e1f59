import type { GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLAnswer, GraphQLRequest, RoomTransport } from '@propertea/chassis/runtime';
import { ASSERTION_HEADER, REQUEST_ID_HEADER } from '@propertea/kernel';
import type { Identity } from '@propertea/kernel';
import type { RequestContext } from './executor.js';
import { failedFetch, readAnswer } from './room-answer.js';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessResult = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Signs what a room learns about the caller. */
export type Assert = (identity: Identity, room: string) => string;

/**
 * Sends the fetches of a plan to one room, in process or over HTTP as the transport decides, with the
 * caller's assertion. Nothing is ever sent twice. A room that does not answer is an error at each of
 * its fields and never an exception.
 */
export class RoomDataSource implements GraphQLDataSource {
  constructor(
    private readonly room: RoomTransport,
    private readonly assert: Assert,
  ) {}

  async process({ request, context }: ProcessOptions): Promise<ProcessResult> {
    const caller = context as RequestContext;
    const fetch: GraphQLRequest = {
      query: request.query ?? '',
      variables: request.variables,
      operationName: request.operationName,
    };
    if (fetch.query.startsWith('mutation')) caller.mutated.add(this.room.name);
    let answer: GraphQLAnswer;
    try {
      answer = await this.#send(fetch, caller);
    } catch (error) {
      caller.logger.warn({ err: error, room: this.room.name }, 'room is unavailable');
      return failedFetch(this.room.name, fetch);
    }
    return readAnswer(this.room.name, fetch, answer, caller.logger);
  }

  async #send(fetch: GraphQLRequest, caller: RequestContext): Promise<GraphQLAnswer> {
    caller.signal.throwIfAborted();
    const headers: Record<string, string> = {
      [ASSERTION_HEADER]: this.assert(caller.identity, this.room.name),
      [REQUEST_ID_HEADER]: caller.requestId,
    };
    if (caller.traceparent) headers.traceparent = caller.traceparent;
    return unlessAborted(this.room.execute(fetch, headers, caller.signal), caller.signal);
  }
}

/** A source for a room that the supergraph names and the gateway was not given. */
export function absentRoom(name: string): GraphQLDataSource {
  return {
    async process({ request }: ProcessOptions): Promise<ProcessResult> {
      const fetch = { query: request.query ?? '', variables: request.variables };
      return failedFetch(name, fetch);
    },
  };
}

/** In-process rooms need not heed the signal; the caller is answered in time all the same. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
