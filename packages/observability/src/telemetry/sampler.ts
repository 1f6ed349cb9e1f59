import { randomBytes, createHash } from 'node:crypto';
import { SpanKind, trace, TraceFlags } from '@opentelemetry/api';
import type { Attributes, Context, Link } from '@opentelemetry/api';
import { SamplingDecision } from '@opentelemetry/sdk-trace';
import type { Sampler, SamplingResult } from '@opentelemetry/sdk-trace';

const KEPT = { decision: SamplingDecision.RECORD_AND_SAMPLED };
const LEFT_OUT = { decision: SamplingDecision.NOT_RECORD };

/**
 * Samples by OTEL_TRACES_SAMPLER and OTEL_TRACES_SAMPLER_ARG, everything unless they are set. What goes on
 * inside follows what was decided where it began. Doors that lie behind each other keep the same traces where
 * they have the same OTEL_TRACES_SAMPLER_SECRET.
 */
export function samplerOf(
  env: Readonly<Record<string, string | undefined>>,
  { callersDecide }: { callersDecide: boolean },
): Sampler {
  const secret = env['OTEL_TRACES_SAMPLER_SECRET'] || randomBytes(16).toString('hex');
  return new OwnRatio(ratioOf(env), callersDecide, secret);
}

/** The share of traces that is kept. Throws for what is none. */
export function ratioOf(env: Readonly<Record<string, string | undefined>>): number {
  const name = (env['OTEL_TRACES_SAMPLER'] || 'always_on').replace(/^parentbased_/, '');
  if (name === 'always_on') return 1;
  if (name === 'always_off') return 0;
  if (name !== 'traceidratio') {
    throw new Error(
      `OTEL_TRACES_SAMPLER: "${name}" is not offered; use always_on, always_off or traceidratio, alone or after parentbased_.`,
    );
  }
  const ratio = Number(env['OTEL_TRACES_SAMPLER_ARG'] || 1);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw new Error(`OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1.`);
}

/**
 * At a door, a caller's flag and id decide nothing: a trace is drawn by its id and a secret of the doors,
 * so that nobody can find ids that are always kept, and requests of one trace share their fate.
 */
class OwnRatio implements Sampler {
  constructor(
    private readonly ratio: number,
    private readonly callersDecide: boolean,
    private readonly secret: string,
  ) {}

  shouldSample(
    context: Context,
    traceId: string,
    _name: string,
    kind: SpanKind,
    _attributes: Attributes,
    _links: Link[],
  ): SamplingResult {
    const parent = trace.getSpanContext(context);
    const isCalledFromOutside = kind === SpanKind.SERVER && parent?.isRemote === true;
    if (
      parent &&
      trace.isSpanContextValid(parent) &&
      !(isCalledFromOutside && !this.callersDecide)
    ) {
      return parent.traceFlags & TraceFlags.SAMPLED ? KEPT : LEFT_OUT;
    }
    return this.#isDrawn(traceId) ? KEPT : LEFT_OUT;
  }

  toString(): string {
    return `OwnRatio{${this.ratio}}`;
  }

  #isDrawn(traceId: string): boolean {
    if (this.ratio === 1) return true;
    if (this.ratio === 0) return false;
    const hash = createHash('sha256').update(this.secret).update(traceId).digest();
    return hash.readUInt32BE() < this.ratio * 2 ** 32;
  }
}
