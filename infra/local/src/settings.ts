import type { Environment } from './environment.js';
import { rooms } from './rooms.js';
import type { Secrets } from './secrets.js';

/** What the settings of rooms and gateway are made of. */
export interface HouseParts {
  readonly secrets: Secrets;
  readonly environment: Environment;
  /** Of the gateway as browsers see it. */
  readonly url: string;
  readonly issuer: string;
  readonly uploadDirectory: string;
  /** Origins of the portals as browsers see them; links that we send lead to the first. Default: none. */
  readonly portalUrls?: readonly string[];
}

const roomNames = rooms.map(({ name }) => name);

export const CLIENT_ID = 'propertea-gateway';

interface RoomRecipe {
  /** For a room in this process: what its definition's `settings` schema takes. */
  settings(parts: HouseParts): Record<string, unknown>;
  /** For a room as a process: the variables of its own that its env.ts reads. */
  environment(parts: HouseParts): Record<string, string>;
}

/** A room that is not named here has no settings of its own. */
const recipes: Record<string, RoomRecipe> = {
  identity: {
    settings: (parts) => ({
      mode: parts.environment.mode,
      issuer: parts.issuer,
      embeddedIssuer: parts.environment.oidc === undefined,
      ...(parts.environment.oidc
        ? {}
        : {
            cookieKeys: parts.secrets.cookieKeys,
            jwks: parts.secrets.issuer,
            clients: [clientOf(parts)],
          }),
      ...(parts.environment.smtpUrl ? { smtpUrl: parts.environment.smtpUrl } : {}),
    }),
    environment: (parts) => ({
      PROPERTEA_MODE: parts.environment.mode,
      PUBLIC_URL: parts.url,
      ...(parts.environment.oidc
        ? { OIDC_ISSUER: parts.environment.oidc.issuer }
        : {
            ISSUER_COOKIE_KEYS: JSON.stringify(parts.secrets.cookieKeys),
            ISSUER_JWKS: JSON.stringify(parts.secrets.issuer),
            ISSUER_CLIENTS: JSON.stringify([clientOf(parts)]),
          }),
      ...(parts.environment.smtpUrl ? { SMTP_URL: parts.environment.smtpUrl } : {}),
    }),
  },
  organizations: {
    settings: (parts) => ({ publicUrl: homeOf(parts) }),
    environment: (parts) => ({ PUBLIC_URL: homeOf(parts) }),
  },
  properties: {
    settings: ({ uploadDirectory }) => ({ uploadDirectory }),
    environment: ({ uploadDirectory }) => ({ UPLOAD_DIRECTORY: uploadDirectory }),
  },
  operations: {
    settings: ({ environment: { amqpUrl } }) =>
      amqpUrl ? { broker: { url: amqpUrl, rooms: roomNames } } : {},
    environment: () => ({ ROOMS: roomNames.join(',') }),
  },
};

export function roomSettings(room: string, parts: HouseParts): Record<string, unknown> {
  return recipes[room]?.settings(parts) ?? {};
}

export function roomEnvironment(room: string, parts: HouseParts): Record<string, string> {
  return recipes[room]?.environment(parts) ?? {};
}

/** Where a person goes on who comes by a link of ours: a portal where there is one. */
function homeOf({ url, portalUrls = [] }: HouseParts): string {
  return portalUrls[0] ?? url;
}

/**
 * The gateway as a client of the embedded OpenID provider: people sign in at every portal and at the gateway
 * itself. The provider's own pages lead on to the first of them.
 */
function clientOf({ url, portalUrls = [], secrets }: HouseParts) {
  const sites = [...portalUrls, url];
  return {
    clientId: CLIENT_ID,
    clientSecret: secrets.clientSecret,
    redirectUris: sites.map((site) => `${site}/auth/callback`),
    postLogoutRedirectUris: sites.map((site) => `${site}/`),
  };
}
