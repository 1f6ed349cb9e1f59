import type { Environment } from './environment.js';
import type { Secrets } from './secrets.js';

/** What the settings of rooms and gateway are made of. */
export interface HouseParts {
  readonly secrets: Secrets;
  readonly environment: Environment;
  /** Of the gateway as browsers see it. */
  readonly url: string;
  readonly issuer: string;
  readonly uploadDirectory: string;
}

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
    settings: ({ secrets, environment, url, issuer }) => ({
      mode: environment.mode,
      issuer,
      embeddedIssuer: environment.oidc === undefined,
      ...(environment.oidc
        ? {}
        : {
            cookieKeys: secrets.cookieKeys,
            jwks: secrets.issuer,
            clients: [clientOf(url, secrets)],
          }),
      ...(environment.smtpUrl ? { smtpUrl: environment.smtpUrl } : {}),
    }),
    environment: ({ secrets, environment, url }) => ({
      PROPERTEA_MODE: environment.mode,
      PUBLIC_URL: url,
      ...(environment.oidc
        ? { OIDC_ISSUER: environment.oidc.issuer }
        : {
            ISSUER_COOKIE_KEYS: JSON.stringify(secrets.cookieKeys),
            ISSUER_JWKS: JSON.stringify(secrets.issuer),
            ISSUER_CLIENTS: JSON.stringify([clientOf(url, secrets)]),
          }),
      ...(environment.smtpUrl ? { SMTP_URL: environment.smtpUrl } : {}),
    }),
  },
  organizations: {
    settings: ({ url }) => ({ publicUrl: url }),
    environment: ({ url }) => ({ PUBLIC_URL: url }),
  },
  properties: {
    settings: ({ uploadDirectory }) => ({ uploadDirectory }),
    environment: ({ uploadDirectory }) => ({ UPLOAD_DIRECTORY: uploadDirectory }),
  },
};

export function roomSettings(room: string, parts: HouseParts): Record<string, unknown> {
  return recipes[room]?.settings(parts) ?? {};
}

export function roomEnvironment(room: string, parts: HouseParts): Record<string, string> {
  return recipes[room]?.environment(parts) ?? {};
}

/** The gateway as a client of the embedded OpenID provider. */
function clientOf(url: string, secrets: Secrets) {
  return {
    clientId: CLIENT_ID,
    clientSecret: secrets.clientSecret,
    redirectUris: [`${url}/auth/callback`],
    postLogoutRedirectUris: [`${url}/`],
  };
}
