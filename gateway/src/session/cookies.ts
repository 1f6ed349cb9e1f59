import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sites } from '../guards/sites.js';

/**
 * One cookie of ours: HttpOnly, SameSite=Lax, of the host alone that the browser sees, and Secure where that
 * site is https. Sites on one host and different ports share it, as browsers do with every cookie.
 */
export interface Cookie {
  /** What it is called at one site or another. */
  readonly names: readonly string[];
  read(request: Pick<IncomingMessage, 'headers'>): string | undefined;
  write(response: ServerResponse, value: string, maxAgeSeconds: number): void;
  clear(response: ServerResponse): void;
}

/** `__Host-` makes browsers refuse the cookie from a sibling domain or over http; it needs https. */
export function hostCookie(name: string, sites: Sites): Cookie {
  const secureName = `__Host-${name}`;
  const isSecure = (request: Pick<IncomingMessage, 'headers'>) =>
    sites.of(request).startsWith('https:');
  const nameAt = (request: Pick<IncomingMessage, 'headers'>) =>
    isSecure(request) ? secureName : name;
  const set = (response: ServerResponse, value: string, maxAge: number) => {
    const cookie = stringifySetCookie({
      name: nameAt(response.req),
      value,
      maxAge,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(response.req),
    });
    response.appendHeader('set-cookie', cookie);
  };
  return {
    names: [name, secureName],
    read: (request) => parseCookie(request.headers.cookie ?? '')[nameAt(request)],
    write: set,
    clear: (response) => set(response, '', 0),
  };
}
