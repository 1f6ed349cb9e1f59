import type { Deployment } from './config.js';

/** Why this configuration may not run with PROPERTEA_MODE=production. */
export class UnsafeProduction extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(
      `PROPERTEA_MODE=production refuses to start:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`,
    );
    this.name = 'UnsafeProduction';
  }
}

/**
 * Refuses in production what is only for trying. Throws UnsafeProduction with every reason at once;
 * does nothing in development.
 */
export function refuseUnsafeProduction(config: {
  mode: 'development' | 'production';
  publicUrl: string;
  oidc: { issuer: string };
  corsOrigins: readonly string[];
  deployment: Deployment;
}): void {
  if (config.mode !== 'production') return;
  const { deployment, publicUrl, oidc, corsOrigins } = config;
  const ownIssuer = oidc.issuer.startsWith(`${publicUrl}/`);
  const plain = corsOrigins.filter((origin) => !origin.startsWith('https:'));
  const reasons = [
    !publicUrl.startsWith('https:') &&
      `The public URL ${publicUrl} must be https, because sessions are cookies.`,
    (deployment.embeddedIssuer || ownIssuer) &&
      'The embedded OpenID provider is for trying only: set OIDC_ISSUER to a provider of your own.',
    !oidc.issuer.startsWith('https:') && `The OpenID provider ${oidc.issuer} must be https.`,
    deployment.demoAccounts &&
      'The database holds demo accounts, whose passwords are public: use a database without them.',
    deployment.generatedKeys &&
      'The keys were generated for trying and lie in the data directory: provide your own.',
    !deployment.roleSeparation &&
      'The rooms share a database role: give each room its own login role.',
    deployment.gateways > 1 &&
      !deployment.redis &&
      'Several gateways need Redis to share sessions and limits: set REDIS_URL.',
    !deployment.events &&
      'Nothing tells the gateway what happens: set AMQP_URL, or DATABASE_URL where the rooms have no broker.',
    plain.length > 0 && `Portals must be https: ${plain.join(', ')}.`,
  ].filter((reason) => reason !== false);
  if (reasons.length > 0) throw new UnsafeProduction(reasons);
}
