import type { RoomContext, RoomServices } from '@propertea/chassis/graph';
import { z } from 'zod';

const webUrl = z.url({ protocol: /^https?$/ });

const clientSchema = z.object({
  clientId: z.string().min(1).max(200),
  clientSecret: z.string().min(16),
  redirectUris: z.array(webUrl).min(1),
  postLogoutRedirectUris: z.array(webUrl).default([]),
});

const signatureKey = z
  .looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), kid: z.string().min(1), d: z.string().min(1) })
  .describe('a private key');

/** What this room needs to know of the house it stands in. */
export const identitySettings = z
  .object({
    mode: z.enum(['development', 'production']),
    /** The issuer as browsers and clients see it, such as http://localhost:4000/oidc. */
    issuer: webUrl,
    /** Whether this room serves the issuer itself; otherwise it is Keycloak or any other. */
    embeddedIssuer: z.boolean(),
    /** Secrets that sign cookies and forms; the first signs, all verify. */
    cookieKeys: z.array(z.string().min(16)).default([]),
    jwks: z.object({ keys: z.array(signatureKey) }).default({ keys: [] }),
    clients: z.array(clientSchema).default([]),
    smtpUrl: z.url({ protocol: /^smtps?$/ }).optional(),
  })
  .superRefine((settings, context) => {
    if (!settings.embeddedIssuer) return;
    if (settings.mode === 'production') {
      const message = 'the embedded issuer is only for trying; name an OpenID provider instead';
      context.addIssue({ code: 'custom', path: ['embeddedIssuer'], message });
    }
    const missing = [
      settings.cookieKeys.length === 0 && 'cookieKeys',
      settings.jwks.keys.length === 0 && 'jwks',
      settings.clients.length === 0 && 'clients',
    ].filter((name) => typeof name === 'string');
    for (const name of missing) {
      context.addIssue({ code: 'custom', path: [name], message: 'the embedded issuer needs it' });
    }
    if (new URL(settings.issuer).pathname !== '/oidc') {
      context.addIssue({ code: 'custom', path: ['issuer'], message: 'must end in /oidc' });
    }
  });

export type IdentitySettings = z.output<typeof identitySettings>;

/** The settings of the room that answers a request. */
export function settingsOf(context: RoomContext): IdentitySettings {
  return (context.services as RoomServices<IdentitySettings>).settings;
}
