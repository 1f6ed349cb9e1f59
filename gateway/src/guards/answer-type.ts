import { Fault } from '@propertea/kernel';
import type { Request } from 'express';

const JSON_TYPE = 'application/json';
const TYPES = [JSON_TYPE, 'application/graphql-response+json'];

/** Something is wrong with the GraphQL of a request that was itself well-formed. */
export class DocumentFault extends Fault {
  constructor(message: string, options?: { cause?: unknown }) {
    super('BAD_USER_INPUT', message, options);
  }
}

/** In which media type a client is answered: the one it prefers, JSON for who takes neither or says nothing. */
export function answerTypeOf(request: Request): string {
  return request.accepts(TYPES) || JSON_TYPE;
}

/**
 * The status of an operation that is no valid GraphQL. Who names `application/json` and not the type of
 * GraphQL's own is a client from before it, to whom 4xx means that no GraphQL answered (GraphQL over HTTP, 6.4.1).
 */
export function statusOfInvalid(request: Request, status: number): number {
  const isOld =
    answerTypeOf(request) === JSON_TYPE &&
    /\bapplication\/json\b/i.test(request.headers.accept ?? '');
  return isOld && status === 400 ? 200 : status;
}
