import { REQUEST_ID_HEADER } from '@propertea/kernel';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';

const SANE = /^[\w.:-]{8,128}$/;
const TRACEPARENT = /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;

/** Gives every request an id – its own when that is sane – and says it in the answer. */
export function requestIds(): RequestHandler {
  return (request, response, next) => {
    const given = request.headers[REQUEST_ID_HEADER];
    const id = typeof given === 'string' && SANE.test(given) ? given : randomUUID();
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    next();
  };
}

export function requestIdOf(request: IncomingMessage): string {
  return String(request.headers[REQUEST_ID_HEADER]);
}

export function traceparentOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  return asTraceparent(headers.traceparent);
}

/** What is said to be one, if it is. */
export function asTraceparent(given: unknown): string | undefined {
  return typeof given === 'string' && TRACEPARENT.test(given) ? given : undefined;
}
