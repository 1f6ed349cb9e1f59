import { Browser } from '../browser.js';
import type { TestProvider } from '../provider.js';
import { organizationOf, userOf } from './names.js';
import { saidBy } from './rooms.js';

/** Somebody of their own, by a token or by the cookie of a browser. */
export class StormCaller {
  readonly subject: string;
  readonly organizationId: string;
  /** How the rooms name them. */
  readonly said: string;
  readonly credential: 'bearer' | 'cookie';
  #headers: Record<string, string> = {};
  #browser = new Browser();
  #renewing: Promise<void> | undefined;

  constructor(
    number: number,
    credential: 'bearer' | 'cookie',
    private readonly site: { url: string; provider: TestProvider },
  ) {
    this.subject = `caller-${number}`;
    this.credential = credential;
    this.organizationId = organizationOf(userOf(this.subject));
    this.said = saidBy({ subject: userOf(this.subject), organizationId: this.organizationId });
  }

  /** What a request or an upgrade of theirs carries. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  /** Signs in, or in again; whoever wants it meanwhile waits for the same. */
  signIn(): Promise<void> {
    this.#renewing ??= this.#signIn().finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  /** Ends their session, at this gateway. */
  async signOut(at: string): Promise<void> {
    const headers = { ...this.#headers, accept: 'application/json' };
    const answer = await fetch(`${at}/auth/logout`, { method: 'POST', headers });
    if (!answer.ok) throw new Error(`signing out: ${answer.status}`);
  }

  async #signIn(): Promise<void> {
    const { url, provider } = this.site;
    if (this.credential === 'bearer') {
      const exp = Math.floor(Date.now() / 1_000) + 3_600;
      this.#headers = { authorization: `Bearer ${await provider.token(this.subject, { exp })}` };
      return;
    }
    await signInOneByOne(async () => {
      this.#browser = new Browser();
      provider.signInAs(this.subject);
      await this.#browser.visit(`${url}/auth/login`, (at) => at === `${url}/`);
    });
    const cookie = this.#browser.cookies(url).find((pair) => pair.startsWith('propertea-session='));
    if (!cookie) throw new Error(`${this.subject} could not sign in`);
    this.#headers = { cookie, origin: url };
  }
}

let last: Promise<unknown> = Promise.resolve();

/** The provider signs in whom it was told of last. */
function signInOneByOne(work: () => Promise<void>): Promise<void> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
