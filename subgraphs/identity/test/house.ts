import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { type Envelope, type EventContract, type Identity, newId } from '@propertea/kernel';
import { eventually, startTestRoom, system, type Send, type TestRoom } from '@propertea/testkit';
import express from 'express';
import pg from 'pg';
import { hashPassword } from '../src/account/password.js';
import { emailKey } from '../src/email.js';
import { Browser, pkce, type Page } from './browser.js';
import identity, { generateIssuerKeys } from '../src/subgraph.js';

export const CLIENT = { clientId: 'gateway', clientSecret: 'a-secret-of-the-gateway' };

export interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
  expires_in: number;
  error?: string;
}

/** The room with its embedded issuer on a port, and what a client and its users do with it. */
export class House {
  private passwordHash: Promise<string> | undefined;

  private constructor(
    readonly test: TestRoom,
    private readonly server: Server,
    readonly origin: string,
  ) {}

  static async start(settings: { smtpUrl?: string } = {}): Promise<House> {
    const held: { test?: TestRoom } = {};
    // As the gateway does in one process: its own Express has had the request in hands before.
    const front = express().use('/oidc', (request, response) => {
      request.url = request.originalUrl;
      held.test?.room.handler(request, response);
    });
    const server = createServer(front);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const test = await startTestRoom(identity, {
      mode: 'development',
      issuer: `${origin}/oidc`,
      embeddedIssuer: true,
      cookieKeys: ['a key that signs cookies and forms'],
      jwks: (await generateIssuerKeys()) as never,
      clients: [
        {
          ...CLIENT,
          redirectUris: [`${origin}/auth/callback`],
          postLogoutRedirectUris: [`${origin}/`],
        },
      ],
      ...settings,
    });
    held.test = test;
    return new House(test, server, origin);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.test.stop();
  }

  as(who: Identity): Send {
    return this.test.as(who);
  }

  browser(address?: string): Browser {
    return new Browser(this.origin, address ? { 'x-forwarded-for': address } : {});
  }

  authorizeUrl(challenge: string, extra: Record<string, string> = {}): string {
    const url = new URL('/oidc/auth', this.origin);
    url.search = new URLSearchParams({
      client_id: CLIENT.clientId,
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${this.origin}/auth/callback`,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'a-state',
      ...extra,
    }).toString();
    return url.href;
  }

  /** Opens the sign-in page as the application does. */
  signInPage(browser: Browser, extra: Record<string, string> = {}): Promise<Page> {
    return browser.open(this.authorizeUrl(pkce().challenge, extra));
  }

  /** Signs in and exchanges the code. */
  async signIn(email: string, password: string, browser = this.browser()): Promise<Tokens> {
    const { verifier, challenge } = pkce();
    const page = await browser.open(this.authorizeUrl(challenge));
    const landed = page.url.includes('code=')
      ? page
      : await browser.submit(page, { email, password });
    return this.exchange(codeOf(landed), verifier);
  }

  async exchange(code: string, verifier: string): Promise<Tokens> {
    return this.token({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${this.origin}/auth/callback`,
    });
  }

  refresh(refreshToken: string): Promise<Tokens> {
    return this.token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async token(fields: Record<string, string>): Promise<Tokens> {
    return (await (await this.post('/oidc/token', fields)).json()) as Tokens;
  }

  post(path: string, fields: Record<string, string>): Promise<Response> {
    const credentials = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64');
    return fetch(new URL(path, this.origin), {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams(fields),
    });
  }

  /** An account to sign in with, without the person behind it: hashes its password once per file. */
  async credential(email: string): Promise<void> {
    this.passwordHash ??= hashPassword(PASSWORD);
    await this.sql(
      `insert into identity.accounts
         (id, email, email_key, name, password_hash, password_changed_at, created_at)
       values ($1, $2, $3, 'Ada Lovelace', $4, now() - interval '1 day', now())`,
      [newId(), email, emailKey(email), await this.passwordHash],
    );
  }

  /** Makes a person with an account and a verified address. */
  async account(email: string, password = PASSWORD, name = 'Ada Lovelace') {
    const answer = await this.as(system())(
      `mutation ($input: CreateAccountInput!) {
        createAccount(input: $input) { userId subject errors { code message path } } }`,
      { input: { email, password, name } },
    );
    const { createAccount } = dataOf<{
      createAccount: { userId: string; subject: string; errors: object[] };
    }>(answer);
    if (createAccount.errors.length > 0) throw new Error(JSON.stringify(createAccount.errors));
    return createAccount;
  }

  /** How Postgres answers a statement under a role of the room. */
  async planAs(
    role: string,
    variables: Record<string, string>,
    statement: string,
  ): Promise<string> {
    const client = new pg.Client({ connectionString: this.test.database.adminUrl });
    await client.connect();
    try {
      await client.query('analyze');
      await client.query(`begin; set local role ${role}`);
      for (const [name, value] of Object.entries(variables)) {
        await client.query('select set_config($1, $2, true)', [name, value]);
      }
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    } finally {
      await client.end();
    }
  }

  /** Hands the room a fact of another room and waits until it is applied. */
  async deliver(
    contract: EventContract,
    organizationId: string,
    data: unknown,
    sequence = 1,
  ): Promise<void> {
    const envelope: Envelope = {
      specversion: '1.0',
      id: newId(),
      type: contract.type,
      source: '/rooms/organizations',
      dataschema: `urn:propertea:events:${contract.type}`,
      subject: newId(),
      sequence,
      time: new Date().toISOString(),
      correlationid: newId(),
      causationid: null,
      organizationid: organizationId,
      traceparent: null,
      data,
    };
    await this.sql(
      `with delivered as (insert into bus.deliveries (queue, envelope) values ('identity', $1))
       select pg_notify('bus', 'identity')`,
      [JSON.stringify(envelope)],
    );
    await this.until(() => this.test.room.isIdle());
  }

  async until(condition: () => Promise<boolean>): Promise<void> {
    await eventually(condition, Boolean);
  }

  /** The link in the newest mail to an address, as an operator reads it. */
  async mailTo(recipient: string): Promise<{ subject: string; body: string; link: string }> {
    const answer = await this.as(OPERATOR)(
      'query ($to: String!) { mails(filter: { recipient: $to }) { nodes { subject body } } }',
      { to: recipient },
    );
    const [mail] = dataOf<{ mails: { nodes: { subject: string; body: string }[] } }>(answer).mails
      .nodes;
    if (!mail) throw new Error(`no mail to ${recipient}`);
    return { ...mail, link: /http\S+/.exec(mail.body)?.[0] ?? '' };
  }

  /** Runs SQL as the superuser: for what only a test may look at. */
  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.test.database.adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

export const PASSWORD = 'seven purple harbours';

export const OPERATOR: Identity = {
  subject: '01890000-0000-7000-8000-00000000000f',
  persona: 'OPERATOR',
  organizationId: null,
  grants: [],
  grantsVersion: 0,
  scopes: ['operator'],
};

export function dataOf<Data>(answer: GraphQLAnswer): Data {
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as Data;
}

export function codeOf(page: Page): string {
  const code = new URL(page.url).searchParams.get('code');
  if (!code) throw new Error(`no code at ${page.url}: ${page.title}`);
  return code;
}
