import { CLOSE, SocketRefused } from '@propertea/executor';
import { Fault, ORGANIZATION_HEADER, VIEW_AS_HEADER } from '@propertea/kernel';
import type { Express, Request } from 'express';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Credentials } from '../identity/caller.js';

/** What browsers cannot say in headers of an upgrade, and so say in `connection_init`. */
const SAID = ['authorization', ORGANIZATION_HEADER, VIEW_AS_HEADER];

/**
 * What says who opens a socket: the upgrade, with what its first message adds. A token of the message
 * takes the place of the upgrade's; another organization than that of the address is nobody's, as ever.
 * Throws `SocketRefused` for what is no text.
 */
export function handshakeOf(
  init: Readonly<Record<string, unknown>>,
  { headers, url }: IncomingMessage,
): Credentials {
  const said: IncomingHttpHeaders = {};
  for (const name of SAID) {
    const value = init[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') {
      throw new SocketRefused(CLOSE.badMessage, `"${name}" must be a text.`);
    }
    said[name] = value;
  }
  return { headers: { ...headers, ...said }, ...(url !== undefined && { url }) };
}

/** A fault as the end of a socket. */
export function refusalOf(fault: Fault): SocketRefused {
  return new SocketRefused(CODES[fault.code] ?? CLOSE.tryAgainLater, fault.message, {
    cause: fault,
  });
}

const CODES: Partial<Record<Fault['code'], SocketRefused['code']>> = {
  UNAUTHENTICATED: CLOSE.unauthenticated,
  FORBIDDEN: CLOSE.forbidden,
  // An organization or a view that is not theirs.
  NOT_FOUND: CLOSE.forbidden,
  BAD_USER_INPUT: CLOSE.badMessage,
};

/** Whom the request comes from, as far as trusted proxies say it. */
export function addressOf(app: Express, { headers, socket }: IncomingMessage): string {
  const request = Object.setPrototypeOf({ headers, socket }, app.request) as Request;
  return request.ip ?? '';
}
