import { ProxyTracerProvider, trace } from '@opentelemetry/api';
import { setTimeout as delay } from 'node:timers/promises';

/** A collector that does not answer keeps no process for longer. */
const PATIENCE_MS = 2_000;

interface Flushing {
  forceFlush(): Promise<void>;
}

/**
 * Sends the spans that still wait, for a process to call once its last answer is given and before it ends. At
 * once where there are none; never rejects.
 */
export async function flushTraces(): Promise<void> {
  const provider = trace.getTracerProvider();
  const own: object = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider;
  if (!isFlushing(own)) return;
  await Promise.race([
    own.forceFlush().catch(() => undefined),
    delay(PATIENCE_MS, undefined, { ref: false }),
  ]);
}

function isFlushing(provider: object): provider is Flushing {
  return 'forceFlush' in provider && typeof provider.forceFlush === 'function';
}
