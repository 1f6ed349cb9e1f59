import type { Logger } from '@propertea/chassis/runtime';
import type { RequestHandler } from 'express';
import { requestIdOf } from './request-id.js';

const QUIET = new Set(['/health', '/ready']);

/** One line for each answered request: no query strings, headers or bodies, which may hold secrets. */
export function accessLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    // Taken now: doors of rooms shorten it.
    const { method, path } = request;
    response.once('close', () => {
      const line = {
        requestId: requestIdOf(request),
        method,
        path,
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        aborted: response.writableFinished ? undefined : true,
      };
      if (QUIET.has(path)) logger.debug(line, 'request');
      else logger.info(line, 'request');
    });
    next();
  };
}
