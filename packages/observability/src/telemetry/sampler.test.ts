import { randomBytes } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, trace, TraceFlags } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import { ratioOf, samplerOf } from './sampler.js';

const env = (OTEL_TRACES_SAMPLER?: string, OTEL_TRACES_SAMPLER_ARG?: string) => ({
  OTEL_TRACES_SAMPLER,
  OTEL_TRACES_SAMPLER_ARG,
});
const newTraceId = () => randomBytes(16).toString('hex');

/** How many of the traces are kept whose callers want them kept, or do not. */
function kept(
  sampler: ReturnType<typeof samplerOf>,
  traceIds: readonly string[],
  { traceFlags, kind = SpanKind.SERVER }: { traceFlags: TraceFlags; kind?: SpanKind },
): number {
  return traceIds.filter((traceId) => {
    const caller = { traceId, spanId: '00f067aa0ba902b7', traceFlags, isRemote: true };
    const context = trace.setSpanContext(ROOT_CONTEXT, caller);
    const { decision } = sampler.shouldSample(context, traceId, 'POST', kind, {}, []);
    return decision === SamplingDecision.RECORD_AND_SAMPLED;
  }).length;
}

test('at the door a caller gets the share that is configured, whatever their flag and ids say', () => {
  const traceIds = Array.from({ length: 4_000 }, newTraceId);
  const sampler = samplerOf(env('parentbased_traceidratio', '0.25'), { callersDecide: false });
  for (const traceFlags of [TraceFlags.SAMPLED, TraceFlags.NONE]) {
    expect(kept(sampler, traceIds, { traceFlags }) / traceIds.length).toBeCloseTo(0.25, 1);
  }
  // Ids that are kept in one process are none that are always kept.
  const smallest = traceIds.map((id) => `${'0'.repeat(26)}${id.slice(26)}`);
  expect(kept(sampler, smallest, { traceFlags: TraceFlags.SAMPLED })).toBeLessThan(2_000);
  const none = samplerOf(env('always_off'), { callersDecide: false });
  expect(kept(none, traceIds, { traceFlags: TraceFlags.SAMPLED })).toBe(0);
  // Requests of one trace share their fate.
  const one = Array.from({ length: 10 }, () => traceIds[0] ?? '');
  expect([0, 10]).toContain(kept(sampler, one, { traceFlags: TraceFlags.SAMPLED }));
});

test('doors behind each other keep the same traces by a secret that they share', () => {
  const traceIds = Array.from({ length: 100 }, newTraceId);
  const half = env('traceidratio', '0.5');
  const fates = (OTEL_TRACES_SAMPLER_SECRET?: string) => {
    const door = samplerOf({ ...half, OTEL_TRACES_SAMPLER_SECRET }, { callersDecide: false });
    return traceIds.map((id) => kept(door, [id], { traceFlags: TraceFlags.SAMPLED }));
  };
  expect(fates('of both')).toEqual(fates('of both'));
  expect(fates('of both')).not.toEqual(fates('of another'));
  expect(fates()).not.toEqual(fates());
});

test('inside, and where an event is applied, what was decided at the door holds', () => {
  const traceIds = Array.from({ length: 50 }, newTraceId);
  const inside = samplerOf(env('traceidratio', '0'), { callersDecide: true });
  const door = samplerOf(env('traceidratio', '0'), { callersDecide: false });
  const event = { traceFlags: TraceFlags.SAMPLED, kind: SpanKind.CONSUMER };
  expect(kept(inside, traceIds, { traceFlags: TraceFlags.SAMPLED })).toBe(50);
  expect(kept(inside, traceIds, { traceFlags: TraceFlags.NONE })).toBe(0);
  expect(kept(door, traceIds, event)).toBe(50);
});

test('everything is kept unless it is said otherwise, and what is no sampler is told', () => {
  expect(ratioOf(env())).toBe(1);
  expect(ratioOf(env('parentbased_always_off'))).toBe(0);
  expect(ratioOf(env('traceidratio', '0.01'))).toBe(0.01);
  expect(() => ratioOf(env('jaeger_remote'))).toThrow('OTEL_TRACES_SAMPLER: "jaeger_remote"');
  expect(() => ratioOf(env('traceidratio', 'half'))).toThrow('OTEL_TRACES_SAMPLER_ARG');
});
