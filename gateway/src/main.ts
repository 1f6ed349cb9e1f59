import { createLogger, keepHeapSmall, overHttp } from '@propertea/chassis/runtime';
import { flushTraces, metricsOf } from '@propertea/observability';
import type { Logger } from '@propertea/chassis/runtime';
import { EnvError } from '@propertea/kernel';
import { ZodError } from 'zod';
import { readGatewayEnv } from './env.js';
import type { GatewayEnv } from './env.js';
import { redisStore } from './cache/redis-store.js';
import { createGateway } from './gateway.js';
import type { KeyValue } from './key-value/key-value.js';
import { postgresKeyValue } from './key-value/postgres.js';
import { redisKeyValue } from './key-value/redis.js';
import { closedFeed, type EventFeed } from './live/event-feed.js';
import { postgresFeed } from './live/postgres-feed.js';
import { rabbitFeed } from './live/rabbit-feed.js';
import { TrafficFileError } from './traffic/traffic-file.js';
import { UnsafeProduction } from './production.js';

function openKeyValue(env: GatewayEnv, logger: Logger): KeyValue {
  if (env.REDIS_URL) return redisKeyValue({ url: env.REDIS_URL, logger });
  if (env.DATABASE_URL) return postgresKeyValue({ url: env.DATABASE_URL, logger });
  throw new EnvError(['REDIS_URL or DATABASE_URL: one of them is required, for the sessions']);
}

function openEvents(env: GatewayEnv, logger: Logger): EventFeed {
  if (env.AMQP_URL) return rabbitFeed({ url: env.AMQP_URL, logger });
  if (env.DATABASE_URL) return postgresFeed({ url: env.DATABASE_URL, logger });
  logger.warn('neither AMQP_URL nor DATABASE_URL is set: subscriptions to events are not served');
  return closedFeed;
}

/** The gateway as a process of its own; stops on SIGTERM and SIGINT after the last answer. */
async function main(): Promise<void> {
  keepHeapSmall();
  const env = readGatewayEnv();
  const logger = createLogger('gateway', env.LOG_LEVEL);
  const metrics = await metricsOf(env);
  if (metrics) logger.info({ url: metrics.url }, 'metrics are told');
  const keyValue = openKeyValue(env, logger);
  const events = openEvents(env, logger);
  const store = env.REDIS_URL ? redisStore({ url: env.REDIS_URL, logger }) : undefined;
  const gateway = await createGateway({
    mode: env.PROPERTEA_MODE,
    publicUrl: env.PUBLIC_URL,
    supergraphPath: env.SUPERGRAPH_PATH,
    operationsPath: env.OPERATIONS_PATH,
    trafficPath: env.TRAFFIC_PATH,
    rooms: Object.entries(env.ROOMS).map(([name, url]) => overHttp(name, url)),
    oidc: {
      issuer: env.OIDC_ISSUER,
      internalIssuerUrl: env.OIDC_INTERNAL_URL,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: env.OIDC_CLIENT_SECRET,
      audience: env.OIDC_AUDIENCE,
    },
    assertionKey: env.ASSERTION_PRIVATE_KEY,
    keyValue,
    events,
    cache: { enabled: env.CACHE_ENABLED, bytes: env.CACHE_BYTES, store },
    cookieSecrets: env.COOKIE_SECRETS,
    corsOrigins: env.CORS_ORIGINS,
    trustedProxies: env.TRUSTED_PROXIES,
    demand: env.DEMAND,
    drain: {
      leadMs: env.DRAIN_LEAD_MS ?? (env.PROPERTEA_MODE === 'production' ? 5_000 : 0),
      graceMs: env.DRAIN_GRACE_MS,
    },
    deployment: {
      embeddedIssuer: env.EMBEDDED_ISSUER,
      generatedKeys: env.GENERATED_KEYS,
      demoAccounts: env.DEMO_ACCOUNTS,
      gateways: env.GATEWAYS,
      redis: env.REDIS_URL !== undefined,
      events: events !== closedFeed,
    },
    logger,
  });
  await gateway.start(env.PORT, env.HOST);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await gateway.stop();
    await Promise.all([keyValue.close(), events.close(), store?.close(), metrics?.stop()]);
    await flushTraces();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  const told =
    error instanceof EnvError ||
    error instanceof UnsafeProduction ||
    error instanceof TrafficFileError
      ? error.message
      : error instanceof ZodError
        ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n')
        : error;
  process.stderr.write(`${told instanceof Error ? told.stack : String(told)}\n`);
  process.exit(1);
});
