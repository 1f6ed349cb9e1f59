import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';

const COOKIE = 'propertea_form';

/**
 * Proves that a form comes from our own page: a random value in a cookie, and in the form its HMAC, which
 * nobody else can compute. Requests that a browser marks as coming from another site are refused first.
 */
export class FormGuard {
  private readonly origin: string;
  private readonly isSecure: boolean;

  constructor(
    issuer: string,
    private readonly path: string,
    private readonly keys: readonly string[],
  ) {
    const url = new URL(issuer);
    this.origin = url.origin;
    this.isSecure = url.protocol === 'https:';
  }

  /** The token for a page's form; gives the browser its cookie where it has none. */
  issue(request: Request, response: Response): string {
    let value = this.cookieOf(request);
    if (value === undefined) {
      value = randomBytes(18).toString('base64url');
      response.cookie(COOKIE, value, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.isSecure,
        path: this.path,
      });
    }
    return this.sign(value, this.keys[0] ?? '');
  }

  /** Whether a submitted form is ours. */
  accepts(request: Request, token: unknown): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    const { origin } = request.headers;
    if (origin !== undefined && origin !== this.origin) return false;
    const value = this.cookieOf(request);
    if (value === undefined || typeof token !== 'string') return false;
    const given = Buffer.from(token);
    return this.keys.some((key) => {
      const expected = Buffer.from(this.sign(value, key));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  }

  private sign(value: string, key: string): string {
    return createHmac('sha256', key).update(`form:${value}`).digest('base64url');
  }

  private cookieOf(request: Request): string | undefined {
    return new RegExp(`(?:^|; *)${COOKIE}=([\\w-]{24})(?:;|$)`).exec(
      request.headers.cookie ?? '',
    )?.[1];
  }
}
