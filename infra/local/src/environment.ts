import { readEnv } from '@propertea/kernel';
import { z } from 'zod';
import { Refusal } from './failure.js';

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

const shape = {
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be a URL like postgres://user:password@host:5432/database',
    })
    .optional(),
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'must be a URL like redis://host:6379' })
    .optional(),
  AMQP_URL: z
    .url({ protocol: /^amqps?$/, error: 'must be a URL like amqp://user:password@host:5672' })
    .optional(),
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().default('propertea-gateway'),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be a URL like smtp://host:25' }).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  TILE_URL: z
    .string()
    .regex(/^https?:\/\//, 'must be a URL like https://tiles.example/{z}/{x}/{y}.png')
    .optional(),
  TILE_ATTRIBUTION: z.string().optional(),
  CACHE_ENABLED: z.stringbool().default(true),
  TRAFFIC_PATH: z.string().optional(),
  PROPERTEA_MODE: z.enum(['development', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
};

/** Which of the embedded parts are replaced by real ones; undefined means embedded. */
export interface Environment {
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly amqpUrl: string | undefined;
  readonly oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  readonly smtpUrl: string | undefined;
  readonly telemetryEndpoint: string | undefined;
  /** Where the portals' maps get their tiles from, and whom they thank for them; none: no tiles. */
  readonly tiles: { url: string; attribution: string } | undefined;
  /** Whether the gateway keeps what rooms said. */
  readonly cacheEnabled: boolean;
  /** Rules of the gateway's traffic to the rooms; the usual ones without it. */
  readonly trafficPath: string | undefined;
  readonly mode: 'development' | 'production';
  readonly logLevel: string | undefined;
}

/** The environment of a house that is embedded throughout, as tests want it. */
export const EMBEDDED: Environment = {
  databaseUrl: undefined,
  redisUrl: undefined,
  amqpUrl: undefined,
  oidc: undefined,
  smtpUrl: undefined,
  telemetryEndpoint: undefined,
  tiles: undefined,
  cacheEnabled: true,
  trafficPath: undefined,
  mode: 'development',
  logLevel: undefined,
};

/**
 * Reads the environment once.
 * @throws EnvError naming every malformed variable, Refusal for what cannot be combined.
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const env = readEnv(shape, source);
  if (env.OIDC_ISSUER && !env.OIDC_CLIENT_SECRET) {
    throw new Refusal(
      'OIDC_ISSUER is set without OIDC_CLIENT_SECRET; set the secret of the client that the issuer knows as OIDC_CLIENT_ID (default propertea-gateway).',
    );
  }
  return {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    amqpUrl: env.AMQP_URL,
    oidc:
      env.OIDC_ISSUER && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
          }
        : undefined,
    smtpUrl: env.SMTP_URL,
    telemetryEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    tiles: env.TILE_URL
      ? { url: env.TILE_URL, attribution: env.TILE_ATTRIBUTION ?? '' }
      : undefined,
    cacheEnabled: env.CACHE_ENABLED,
    trafficPath: env.TRAFFIC_PATH,
    mode: env.PROPERTEA_MODE,
    logLevel: env.LOG_LEVEL,
  };
}

/**
 * `npm start` puts together what is for trying; in production each part runs from the image with its own
 * secrets, so here every reason is named at once.
 * @throws Refusal
 */
export function refuseProduction(environment: Environment): void {
  if (environment.mode !== 'production') return;
  const reasons = [
    environment.oidc === undefined &&
      'set OIDC_ISSUER, because the embedded OpenID provider is for trying only',
    environment.databaseUrl === undefined &&
      'set DATABASE_URL, because the embedded database is for trying only',
    'give each process its own keys, because npm start generates them (infra/docker runs the image with keys of yours)',
  ].filter((reason) => reason !== false);
  throw new Refusal(
    `PROPERTEA_MODE=production and npm start do not go together: ${reasons.join('; ')}.`,
  );
}
