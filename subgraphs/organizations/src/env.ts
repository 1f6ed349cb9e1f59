import { jsonVariable, METRICS_VARIABLES, readEnv } from '@propertea/kernel';
import { z } from 'zod';

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
      PUBLIC_URL: z.url(),
    },
    process.env,
  );
