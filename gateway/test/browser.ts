/** Enough of a browser for sign-in: keeps cookies by origin and follows redirects. */
export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every address that was visited, in order. */
  readonly visited: string[] = [];

  /** The cookies of an origin as `name=value`. */
  cookies(url: string): string[] {
    const jar = this.#cookies.get(new URL(url).origin) ?? new Map<string, string>();
    return [...jar].map(([name, value]) => `${name}=${value}`);
  }

  setCookie(url: string, name: string, value: string): void {
    const { origin } = new URL(url);
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar.set(name, value));
  }

  /** One request without following where it leads. */
  async request(url: string, init: RequestInit = {}): Promise<Response> {
    this.visited.push(url);
    const headers = new Headers(init.headers);
    headers.set('cookie', this.cookies(url).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) this.#keep(url, cookie);
    return response;
  }

  /** Visits a page and goes where it leads, to the end or to the first address that `stop` knows. */
  async visit(url: string, stop: (url: string) => boolean = () => false): Promise<Response> {
    let response = await this.request(url);
    let at = url;
    for (let hops = 0; hops < 10; hops++) {
      const location = response.headers.get('location');
      if (!location) return response;
      at = new URL(location, at).href;
      if (stop(at)) {
        this.visited.push(at);
        return response;
      }
      response = await this.request(at);
    }
    throw new Error(`redirected in circles: ${this.visited.join(' → ')}`);
  }

  #keep(url: string, setCookie: string): void {
    const [pair = '', ...attributes] = setCookie.split(';');
    const [name = '', ...value] = pair.split('=');
    this.setCookie(url, name, value.join('='));
    const ended = attributes.some((attribute) =>
      /^ *max-age=0$|^ *expires=Thu, 01 Jan 1970/i.test(attribute),
    );
    if (ended) this.#cookies.get(new URL(url).origin)?.delete(name);
  }
}
