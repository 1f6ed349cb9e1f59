import { AmqplibInstrumentation } from '@opentelemetry/instrumentation-amqplib';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';

/**
 * Loaded before everything else by `node --import @propertea/chassis/telemetry`, and only where
 * OTEL_EXPORTER_OTLP_ENDPOINT is set: it costs about a second of start and 60 MB.
 */
const sdk = new NodeSDK({
  instrumentations: [
    new HttpInstrumentation(),
    new UndiciInstrumentation(),
    new GraphQLInstrumentation({
      mergeItems: true,
      ignoreTrivialResolveSpans: true,
      allowValues: false,
    }),
    new PgInstrumentation({ enhancedDatabaseReporting: false }),
    new AmqplibInstrumentation(),
    new IORedisInstrumentation(),
  ],
});
sdk.start();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void sdk.shutdown().catch(() => undefined));
}
