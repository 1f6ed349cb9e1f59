import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import identity from './subgraph.js';
import { identitySettings } from './settings.js';

const variables = env();
const { PROPERTEA_MODE, OIDC_ISSUER, PUBLIC_URL, SMTP_URL, ...rest } = variables;
const { ISSUER_COOKIE_KEYS, ISSUER_JWKS, ISSUER_CLIENTS, ...common } = rest;

await runRoom(
  identity,
  common,
  identitySettings.parse({
    mode: PROPERTEA_MODE,
    issuer: OIDC_ISSUER ?? new URL('/oidc', PUBLIC_URL).href,
    embeddedIssuer: OIDC_ISSUER === undefined,
    cookieKeys: ISSUER_COOKIE_KEYS,
    jwks: ISSUER_JWKS,
    clients: ISSUER_CLIENTS,
    smtpUrl: SMTP_URL,
  }),
);
