import { createRemoteJWKSet, customFetch as joseFetch } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import type { TokenIssuer } from '../identity/bearer.js';

export interface OpenIdConfig {
  /** As it stands in tokens and as browsers reach it. */
  issuer: string;
  /** Where this process reaches the same provider, when that differs. */
  internalIssuerUrl?: string | undefined;
  clientId: string;
  clientSecret: string;
}

interface Provider {
  configuration: client.Configuration;
  keys: JWTVerifyGetKey;
}

const TIMEOUT_SECONDS = 10;

/** The OpenID provider, discovered when first needed: it may start after the gateway, or be behind it. */
export class OpenId implements TokenIssuer {
  #provider: Promise<Provider> | undefined;

  constructor(private readonly config: OpenIdConfig) {}

  get issuer(): string {
    return this.config.issuer;
  }

  async configuration(): Promise<client.Configuration> {
    return (await this.#discovered()).configuration;
  }

  async keys(): Promise<JWTVerifyGetKey> {
    return (await this.#discovered()).keys;
  }

  #discovered(): Promise<Provider> {
    this.#provider ??= this.#discover().catch((error: unknown) => {
      this.#provider = undefined;
      throw error;
    });
    return this.#provider;
  }

  async #discover(): Promise<Provider> {
    const { issuer, clientId, clientSecret } = this.config;
    const authentication = client.ClientSecretBasic(clientSecret);
    const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const found = await client.discovery(new URL(issuer), clientId, undefined, authentication, {
      execute: insecure,
      timeout: TIMEOUT_SECONDS,
      [client.customFetch]: this.#fetch,
    });
    const metadata = this.#asBrowsersSee({ ...found.serverMetadata() });
    const configuration = new client.Configuration(metadata, clientId, undefined, authentication);
    configuration.timeout = TIMEOUT_SECONDS;
    configuration[client.customFetch] = this.#fetch;
    for (const allow of insecure) allow(configuration);
    if (!metadata.jwks_uri) throw new Error('The OpenID provider names no jwks_uri');
    const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
      timeoutDuration: TIMEOUT_SECONDS * 1_000,
      [joseFetch]: (url, options) => this.#fetch(url, options),
    });
    return { configuration, keys };
  }

  /** A provider that was asked at its internal address may name that address; nobody else knows it. */
  #asBrowsersSee(metadata: client.ServerMetadata): client.ServerMetadata {
    const internal = this.config.internalIssuerUrl;
    if (!internal) return metadata;
    const text = JSON.stringify(metadata);
    const replaced = text.replaceAll(JSON.stringify(internal).slice(1, -1), this.config.issuer);
    return JSON.parse(replaced) as client.ServerMetadata;
  }

  readonly #fetch = (url: string, options: RequestInit | client.CustomFetchOptions) => {
    const { issuer, internalIssuerUrl } = this.config;
    if (!internalIssuerUrl || !url.startsWith(issuer)) return fetch(url, options);
    const { host, protocol } = new URL(issuer);
    const headers = new Headers(options.headers);
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', protocol.slice(0, -1));
    const target = internalIssuerUrl + url.slice(issuer.length);
    return fetch(target, { ...(options as RequestInit), headers });
  };
}
