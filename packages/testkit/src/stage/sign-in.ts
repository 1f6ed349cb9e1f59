/** A cookie as Playwright's `context.addCookies` takes it. */
export interface StageCookie {
  name: string;
  value: string;
  domain: string;
  path: string;
  httpOnly: boolean;
  sameSite: 'Lax';
}

const SESSION = 'propertea-session';

/**
 * Signs in at a portal through the pages of the embedded provider, as a browser does, and returns the
 * session's cookie: a test that is not about signing in need not click through it.
 */
export async function signInOverHttp(
  portal: string,
  account: { email: string; password: string },
): Promise<StageCookie[]> {
  const visitor = new Visitor();
  const page = await visitor.visit(`${portal}/auth/login`);
  const form = new URLSearchParams({ email: account.email, password: account.password });
  for (const [tag] of page.text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) form.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  const action = /<form[^>]*action="([^"]*)"/.exec(page.text)?.[1] ?? '';
  await visitor.visit(new URL(action, page.url).href, form);
  const value = visitor.cookies.get(SESSION);
  if (!value) throw new Error(`${account.email} could not sign in at ${portal}`);
  const { hostname } = new URL(portal);
  return [{ name: SESSION, value, domain: hostname, path: '/', httpOnly: true, sameSite: 'Lax' }];
}

/** Keeps cookies, as of one host, and follows redirects until the session is there. */
class Visitor {
  readonly cookies = new Map<string, string>();

  async visit(url: string, form?: URLSearchParams): Promise<{ url: string; text: string }> {
    let at = url;
    let body = form;
    for (let hops = 0; hops < 10; hops++) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { accept: 'text/html', cookie, origin: new URL(at).origin };
      const response = await fetch(at, {
        method: body ? 'POST' : 'GET',
        headers,
        redirect: 'manual',
        ...(body && { body }),
      });
      for (const line of response.headers.getSetCookie()) this.#keep(line);
      const location = response.headers.get('location');
      if (!location || this.cookies.has(SESSION)) return { url: at, text: await response.text() };
      await response.body?.cancel();
      at = new URL(location, at).href;
      body = undefined;
    }
    throw new Error(`too many redirects at ${at}`);
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value) this.cookies.set(name, value);
    else this.cookies.delete(name);
  }
}
