import { context as active, propagation, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api';
import type { Context, Span } from '@opentelemetry/api';

/** The trace that a subscription belongs to: its client's, where it said one. */
export interface SocketTrace {
  readonly traceparent: string | undefined;
  /** Under which the spans of its events hang, as long as it lasts. */
  readonly context: Context;
}

/**
 * Has a subscription opened under a span of its own, as sockets have none of a request. Whether a trace is kept
 * is decided here, as at every door, whatever its client says.
 */
export async function openTraced<Opened>(
  traceparent: string | undefined,
  open: (trace: SocketTrace) => Promise<Opened>,
): Promise<Opened> {
  const above = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  const span: Span = trace
    .getTracer('@propertea/gateway')
    .startSpan('subscribe', { kind: SpanKind.SERVER }, above);
  const context = trace.setSpan(above, span);
  try {
    return await active.with(context, () => open({ traceparent, context }));
  } finally {
    span.end();
  }
}
