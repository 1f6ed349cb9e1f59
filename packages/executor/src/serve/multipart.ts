import type { ServerResponse } from 'node:http';
import type { IncrementalResponse } from '../executor.js';

/** The proposal of incremental delivery that is spoken here, as Apollo's router and clients name it. */
const DEFER_SPEC = '20220824';
const PART = '\r\ncontent-type: application/json; charset=utf-8\r\n\r\n';
const BOUNDARY = '\r\n---';

/** Whether who sends this `accept` header reads an answer in parts. */
export function acceptsParts(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some((range) => {
    const [type, ...parameters] = range.split(';').map((text) => text.trim().toLowerCase());
    if (type !== 'multipart/mixed') return false;
    const isRefused = parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
    const isSpoken = parameters.some(
      (text) => text.replaceAll('"', '') === `deferspec=${DEFER_SPEC}`,
    );
    return isSpoken && !isRefused;
  });
}

/**
 * Sends an answer in parts, each at once with the boundary behind it, which says that it is whole. Goes on
 * no faster than the client reads, unless the signal says that there is no more time.
 */
export async function sendParts(
  response: ServerResponse,
  { initial, subsequent }: IncrementalResponse,
  signal: AbortSignal,
): Promise<void> {
  if (!response.destroyed) {
    response.writeHead(200, {
      'content-type': `multipart/mixed;boundary="-";deferSpec=${DEFER_SPEC}`,
    });
  }
  await written(response, BOUNDARY + PART + initial + BOUNDARY, signal);
  for await (const payload of subsequent) {
    if (response.destroyed) break;
    await written(response, PART + payload + BOUNDARY, signal);
  }
  response.end('--\r\n');
}

function written(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  if (response.destroyed || response.write(text) || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const goOn = (): void => {
      response.off('drain', goOn).off('close', goOn);
      signal.removeEventListener('abort', goOn);
      resolve();
    };
    response.on('drain', goOn).on('close', goOn);
    signal.addEventListener('abort', goOn);
  });
}
