import { createHash, randomBytes } from 'node:crypto';

/** A page as a person without a mouse sees it: where they are, what it says, its form. */
export interface Page {
  url: string;
  status: number;
  headers: Headers;
  text: string;
  title: string;
}

/** A browser without scripts: keeps cookies by path, follows redirects, submits forms. */
export class Browser {
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  async open(url: string, init: RequestInit = {}): Promise<Page> {
    let target = new URL(url, this.origin);
    let request = init;
    for (let hop = 0; hop < 10; hop++) {
      const response = await this.send(target, request);
      const location = response.headers.get('location');
      const next = location === null ? undefined : new URL(location, target);
      // Outside of the provider is the client; its callback is where the test takes over.
      if (!next || !next.pathname.startsWith('/oidc')) {
        const text = await response.text();
        const title = /<title>(.*?)<\/title>/.exec(text)?.[1] ?? '';
        return {
          url: (next ?? target).href,
          status: next ? 200 : response.status,
          headers: response.headers,
          text,
          title,
        };
      }
      await response.body?.cancel();
      target = next;
      request = {};
    }
    throw new Error(`too many redirects at ${target.href}`);
  }

  /** Fills the page's form and sends it, hidden fields included. */
  async submit(page: Page, fields: Record<string, string>): Promise<Page> {
    const action = /<form[^>]*action="([^"]*)"/.exec(page.text)?.[1] ?? page.url;
    const body = new URLSearchParams();
    for (const [tag] of page.text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      if (name) body.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return this.open(new URL(action, page.url).href, { method: 'POST', body });
  }

  forget(): void {
    this.cookies.clear();
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies]
      .filter(([, { path }]) => url.pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const headers = new Headers({
      accept: 'text/html',
      ...this.headers,
      ...(cookie && { cookie }),
    });
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    const find = (key: string) =>
      attributes.find((attribute) => attribute.toLowerCase().startsWith(`${key}=`))?.split('=')[1];
    const expires = find('expires');
    if (value === '' || (expires && new Date(expires).getTime() < Date.now())) {
      this.cookies.delete(name);
    } else this.cookies.set(name, { value, path: find('path') ?? '/' });
  }
}

/** A fresh PKCE pair. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
