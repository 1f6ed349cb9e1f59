import { SpanStatusCode, trace } from '@opentelemetry/api';

/** A span for planning that took so long and is just over. Why it failed is told by the answer. */
export function observePlanning(milliseconds: number, error: unknown): void {
  const startTime = Date.now() - milliseconds;
  const span = trace.getTracer('@propertea/gateway').startSpan('plan', { startTime });
  if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
