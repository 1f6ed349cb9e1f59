import { jsonVariable, METRICS_VARIABLES, readEnv } from '@propertea/kernel';
import { z } from 'zod';
import { demandSchema } from './config.js';

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** The environment of the gateway as a process of its own. The only reader of `process.env`. */
export function readGatewayEnv(source: Record<string, string | undefined> = process.env) {
  return readEnv(
    {
      PROPERTEA_MODE: z.enum(['development', 'production']).default('development'),
      PUBLIC_URL: z.url().default('http://localhost:4000'),
      PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
      HOST: z.string().default('127.0.0.1'),
      ...METRICS_VARIABLES,
      LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
      SUPERGRAPH_PATH: z.string().default('schema/supergraph.graphql'),
      /** Manifests of the portals' releases; default `operations` beside the supergraph. */
      OPERATIONS_PATH: z.string().optional(),
      /** The rules of the traffic to the rooms, see traffic.example.json; without it everything is as usual. */
      TRAFFIC_PATH: z.string().optional(),
      /** JSON: { "identity": "http://127.0.0.1:4011", … } */
      ROOMS: jsonVariable(z.record(z.string(), z.url())),
      OIDC_ISSUER: z.url(),
      OIDC_INTERNAL_URL: z.url().optional(),
      OIDC_CLIENT_ID: z.string(),
      OIDC_CLIENT_SECRET: z.string(),
      OIDC_AUDIENCE: z.string().default('propertea'),
      /** The private Ed25519 JWK of the assertions. */
      ASSERTION_PRIVATE_KEY: jsonVariable(z.record(z.string(), z.unknown())),
      /** Secrets of the sessions, separated by commas; the first one seals. */
      COOKIE_SECRETS: list,
      /** Sessions are in Redis where it is set, otherwise in Postgres. */
      REDIS_URL: z.url().optional(),
      /** The gateway's own login role, see key-value/postgres.sql.ts and live/postgres-feed.sql.ts. */
      DATABASE_URL: z.url().optional(),
      /** Where the rooms' facts travel, for subscriptions to events; without it, over DATABASE_URL. */
      AMQP_URL: z.url({ protocol: /^amqps?$/ }).optional(),
      /** Origins of the portals, which browsers sign in at and which pass requests on to us. */
      CORS_ORIGINS: list.default([]),
      /** Whose x-forwarded-for is believed: addresses, networks, loopback, linklocal or uniquelocal. */
      TRUSTED_PROXIES: list.default(['loopback']),
      /** JSON: { "operationUnits": 5000, "windowUnits": 50000, "windowSeconds": 60 }, each as told in config.ts. */
      DEMAND: jsonVariable(demandSchema).optional(),
      /** Whether what @cacheControl allows is kept: in Redis where it is set, otherwise in this process. */
      CACHE_ENABLED: z.stringbool().default(true),
      /** What is kept in this process, in bytes. */
      CACHE_BYTES: z.coerce
        .number()
        .int()
        .positive()
        .default(64 * 1024 * 1024),
      /** How many gateways share the load. */
      GATEWAYS: z.coerce.number().int().positive().default(1),
      /** How long it serves on after SIGTERM, until load balancers have noticed; default 5,000 in production. */
      DRAIN_LEAD_MS: z.coerce.number().int().min(0).optional(),
      /** How long requests in flight may take after that. */
      DRAIN_GRACE_MS: z.coerce.number().int().min(0).default(30_000),
      EMBEDDED_ISSUER: z.stringbool().default(false),
      GENERATED_KEYS: z.stringbool().default(false),
      DEMO_ACCOUNTS: z.stringbool().default(false),
    },
    source,
  );
}

export type GatewayEnv = ReturnType<typeof readGatewayEnv>;
