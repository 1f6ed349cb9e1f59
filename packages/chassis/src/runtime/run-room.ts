import type { z } from 'zod';
import type { SubgraphDefinition } from '../graph/index.js';
import { flushTraces, type MetricsEnvironment, metricsOf } from '@propertea/observability';
import type { Jwk } from './assertion.js';
import { createLogger } from './logger.js';
import { keepHeapSmall } from './memory.js';
import { startRoom } from './room.js';

/** What every room's environment holds; each room's env.ts reads it. */
export interface RoomEnvironment extends MetricsEnvironment {
  DATABASE_URL: string;
  DATABASE_POOL_MAX: number;
  AMQP_URL?: string | undefined;
  PORT: number;
  HOST: string;
  LOG_LEVEL: string;
  ASSERTION_PUBLIC_KEY: Jwk;
}

/** Runs a room as a process of its own until SIGTERM or SIGINT, then lets requests finish. */
export async function runRoom<Settings extends z.ZodType>(
  definition: SubgraphDefinition<Settings>,
  environment: RoomEnvironment,
  settings: z.input<Settings>,
): Promise<void> {
  keepHeapSmall();
  const logger = createLogger(definition.name, environment.LOG_LEVEL);
  const metrics = await metricsOf(environment);
  if (metrics) logger.info({ url: metrics.url }, 'metrics are told');
  const room = await startRoom(definition, {
    databaseUrl: environment.DATABASE_URL,
    poolMax: environment.DATABASE_POOL_MAX,
    amqpUrl: environment.AMQP_URL,
    assertionKey: environment.ASSERTION_PUBLIC_KEY,
    port: environment.PORT,
    host: environment.HOST,
    logger,
    settings,
  });
  logger.info({ port: environment.PORT, sdlHash: room.sdlHash }, 'room is ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void room
        .stop()
        .then(() => metrics?.stop())
        .then(flushTraces)
        .then(() => process.exit(0));
    });
  }
}
