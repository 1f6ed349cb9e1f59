import { SpanKind } from '@opentelemetry/api';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { withoutLiterals } from '../redaction/without-literals.js';

type Values = Record<string, unknown>;

/** Attributes with a whole address or its path. */
const ADDRESSES = new Set(['url.full', 'url.path', 'http.url', 'http.target']);
const STATEMENTS = new Set(['db.query.text', 'db.statement']);
/** What tells a caller apart, and what is typed. */
const WITHHELD = new Set([
  'url.query',
  'exception.message',
  'http.user_agent',
  'user_agent.original',
]);
/** Of whoever calls us; those of what we call are known. */
const OF_CALLERS = new Set([
  'client.address',
  'client.port',
  'http.client_ip',
  'net.peer.ip',
  'net.peer.port',
  'network.peer.address',
  'network.peer.port',
]);
/** Of paths, what has the length of an id or a token. */
const SECRET_PART = /(?<=\/)[\w.~%+-]{20,}(?=\/|$)/g;

/**
 * The same exporter, which is given no texts of statements, no queries of addresses, no messages of errors and
 * nothing about callers: whatever an instrumentation writes, this is where spans leave the process.
 */
export function redacting(exporter: SpanExporter): SpanExporter {
  return {
    export(spans, done) {
      for (const span of spans) redact(span);
      exporter.export(spans, done);
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}

function redact(span: ReadableSpan): void {
  const isCalled = span.kind === SpanKind.SERVER;
  redactValues(span.attributes, isCalled);
  for (const { attributes } of span.events) if (attributes) redactValues(attributes, isCalled);
  // A failed statement is quoted in it, with what was typed.
  delete span.status.message;
}

function redactValues(values: Values, isCalled: boolean): void {
  for (const [name, value] of Object.entries(values)) {
    if (WITHHELD.has(name) || (isCalled && OF_CALLERS.has(name))) delete values[name];
    else if (typeof value !== 'string') continue;
    else if (STATEMENTS.has(name)) values[name] = withoutLiterals(value);
    else if (ADDRESSES.has(name)) values[name] = withoutQuery(value);
    else if (name === 'exception.stacktrace') values[name] = framesOf(value);
  }
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, '').replaceAll(SECRET_PART, '*');
}

/** The lines of a stack below the message. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
