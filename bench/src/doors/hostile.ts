import { Readable } from 'node:stream';
import {
  configSchema,
  documentLimits,
  FieldCosts,
  OperationCosts,
  readGraphQLBody,
} from '@propertea/gateway/parts';
import { HOSTILE_OPERATIONS } from '@propertea/testkit';
import { validate } from 'graphql';
import { type Measurement, median } from '../harness.js';
import type { DoorsPart, DoorsStage } from './stage.js';

const MOST_MISTAKES = 20;

/**
 * What it takes to refuse a hostile operation, by family: reading its body, limits, estimate and validation, each
 * document for the first time.
 */
export const hostilePart: DoorsPart = {
  name: 'hostile',
  async run(stage) {
    const refuse = refusalBy(stage);
    const taken = new Map<string, Map<string, number[]>>();
    const sent = new Map<string, number[]>();
    for (const { family, body } of HOSTILE_OPERATIONS) {
      sent.set(family, [...(sent.get(family) ?? []), body().length]);
    }
    for (let round = 0; round < (stage.quick ? 2 : 7); round++) {
      for (const { family, name, body } of HOSTILE_OPERATIONS) {
        const bytes = Buffer.from(body());
        const begun = performance.now();
        await refuse(bytes);
        const microseconds = (performance.now() - begun) * 1_000;
        // The first round makes the code hot.
        if (round === 0) continue;
        const ofFamily = taken.get(family) ?? new Map<string, number[]>();
        taken.set(family, ofFamily.set(name, [...(ofFamily.get(name) ?? []), microseconds]));
      }
    }
    return [...taken].map(([family, byName]): Measurement => {
      const medians = [...byName.values()].map(median);
      const sizes = sent.get(family) ?? [];
      return {
        case: `${byName.size} hostile: ${family}`,
        metric: 'median',
        unit: 'µs',
        ours: median(medians),
        peers: { 'the worst, µs': Math.max(...medians), 'the largest, bytes': Math.max(...sizes) },
        spread: Number.NaN,
      };
    });
  },
};

function refusalBy({ schema, supergraphSdl }: DoorsStage): (bytes: Buffer) => Promise<void> {
  const limits = configSchema.shape.limits.parse(undefined);
  const fieldCosts = new FieldCosts(supergraphSdl);
  return async (bytes) => {
    const headers = { 'content-type': 'application/json', 'content-length': String(bytes.length) };
    const request = Object.assign(Readable.from([bytes]), { headers });
    try {
      const { query, variables } = await readGraphQLBody(request, limits);
      const { document } = documentLimits(limits)(query);
      new OperationCosts(schema, fieldCosts).of(document, undefined, variables);
      validate(schema, document, undefined, { maxErrors: MOST_MISTAKES });
    } catch {
      // Refused.
    }
  };
}
