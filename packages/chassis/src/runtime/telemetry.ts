import { AmqplibInstrumentation } from '@opentelemetry/instrumentation-amqplib';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { withoutLiterals } from './without-literals.js';

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
    new PgInstrumentation({
      enhancedDatabaseReporting: false,
      requestHook: (span, { query }) => {
        span.setAttribute('db.query.text', withoutLiterals(query.text));
      },
    }),
    new AmqplibInstrumentation(),
    new IORedisInstrumentation(),
  ],
});
sdk.start();

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    // Whoever listens beside us ends the process in order; alone, our listening must not keep it alive.
    const isAlone = process.listenerCount(signal) === 0;
    void sdk
      .shutdown()
      .catch(() => undefined)
      .then(() => isAlone && process.kill(process.pid, signal));
  });
}
