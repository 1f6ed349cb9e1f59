import { jsonVariable, METRICS_VARIABLES, readEnv } from '@propertea/kernel';
import { z } from 'zod';

const list = jsonVariable(z.array(z.unknown())).optional();

/** The room's environment; the only place that reads process.env. */
export const env = () =>
  readEnv(
    {
      DATABASE_URL: z.url(),
      DATABASE_POOL_MAX: z.coerce.number().int().min(2).default(10),
      AMQP_URL: z.url({ protocol: /^amqps?$/ }).optional(),
      PORT: z.coerce.number().int().default(4000),
      HOST: z.string().default('127.0.0.1'),
      ...METRICS_VARIABLES,
      LOG_LEVEL: z.string().default('info'),
      ASSERTION_PUBLIC_KEY: jsonVariable(z.record(z.string(), z.unknown())),
      PROPERTEA_MODE: z.enum(['development', 'production']).default('development'),
      /** Set: people sign in there. Unset: at the issuer embedded in this room. */
      OIDC_ISSUER: z.url().optional(),
      /** Address of the gateway, under which the embedded issuer is reached. */
      PUBLIC_URL: z.url(),
      ISSUER_COOKIE_KEYS: list,
      ISSUER_JWKS: jsonVariable(z.looseObject({ keys: z.array(z.unknown()) })).optional(),
      ISSUER_CLIENTS: list,
      SMTP_URL: z.url().optional(),
    },
    process.env,
  );
