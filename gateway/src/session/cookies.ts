import { parseCookie, stringifySetCookie } from 'cookie';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One cookie of ours: HttpOnly, SameSite=Lax, of this host alone, and Secure where the site is https. */
export interface Cookie {
  readonly name: string;
  read(request: IncomingMessage): string | undefined;
  write(response: ServerResponse, value: string, maxAgeSeconds: number): void;
  clear(response: ServerResponse): void;
}

/** `__Host-` makes browsers refuse the cookie from a sibling domain or over http; it needs https. */
export function hostCookie(name: string, publicUrl: string): Cookie {
  const secure = publicUrl.startsWith('https:');
  const fullName = secure ? `__Host-${name}` : name;
  const set = (response: ServerResponse, value: string, maxAge: number) => {
    const cookie = stringifySetCookie({
      name: fullName,
      value,
      maxAge,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
    });
    response.appendHeader('set-cookie', cookie);
  };
  return {
    name: fullName,
    read: (request) => parseCookie(request.headers.cookie ?? '')[fullName],
    write: set,
    clear: (response) => set(response, '', 0),
  };
}
