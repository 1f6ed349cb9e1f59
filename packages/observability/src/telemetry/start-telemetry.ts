import { createRequire } from 'node:module';
import { AmqplibInstrumentation } from '@opentelemetry/instrumentation-amqplib';
import { SampledGraphQLInstrumentation } from './graphql-instrumentation.js';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { IORedisInstrumentation } from '@opentelemetry/instrumentation-ioredis';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { otlpExporter } from './otlp-exporter.js';
import { redacting } from './redacting-exporter.js';
import { samplerOf } from './sampler.js';

/** What nobody looks for in a trace: it is asked for every few seconds, or is a file of a page. */
const QUIET = /^\/(?:(?:health|ready|metrics)$|_next\/static\/)/;

/**
 * Instrumentations see what is required. Of most packages that is their insides, however they are imported; of
 * these it is the package itself, which an import would load unseen.
 */
const SEEN_BY_REQUIRE = ['ioredis'];

/**
 * To be called before anything else is loaded, and only where OTEL_EXPORTER_OTLP_ENDPOINT is set: it costs
 * about a second of start and 60 MB. `callersDecide`: whether who calls says what is sampled.
 */
export function startTelemetry(options: { callersDecide: boolean }): void {
  // oxlint-disable-next-line node/no-process-env -- the variables of OpenTelemetry, which its SDK reads as well
  const env = process.env;
  const sdk = new NodeSDK({
    traceExporter: redacting(otlpExporter(env)),
    sampler: samplerOf(env, options),
    instrumentations: [
      new HttpInstrumentation({
        ignoreIncomingRequestHook: ({ url = '' }) => QUIET.test(url),
      }),
      new UndiciInstrumentation(),
      new SampledGraphQLInstrumentation({
        mergeItems: true,
        ignoreTrivialResolveSpans: true,
        allowValues: false,
      }),
      new PgInstrumentation({ enhancedDatabaseReporting: false }),
      new AmqplibInstrumentation(),
      // Keys name sessions and callers.
      new IORedisInstrumentation({ dbStatementSerializer: (command) => command }),
    ],
  });
  sdk.start();
  for (const name of SEEN_BY_REQUIRE) requireWhereInstalled(name);

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // Whoever listens beside us finishes its answers, flushes their spans and ends the process (flushTraces).
      if (process.listenerCount(signal) > 0) return;
      // Alone, our listening must not keep it alive.
      void sdk
        .shutdown()
        .catch(() => undefined)
        .then(() => process.kill(process.pid, signal));
    });
  }
}

function requireWhereInstalled(name: string): void {
  try {
    createRequire(import.meta.url)(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
  }
}
