import {
  configSchema,
  documentLimits,
  FieldCosts,
  limitValues,
  OperationCosts,
} from '@propertea/gateway/parts';
import { HOSTILE_OPERATIONS } from '@propertea/testkit';
import { validate } from 'graphql';
import { type Measurement, median } from '../harness.js';
import type { DoorsPart, DoorsStage } from './stage.js';

const MOST_MISTAKES = 20;

/**
 * What it takes to refuse a hostile operation, by family: reading its JSON, limits, estimate and validation, each
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
        const text = body().toString();
        const begun = performance.now();
        refuse(text);
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

function refusalBy({ schema, supergraphSdl }: DoorsStage): (text: string) => void {
  const limits = configSchema.shape.limits.parse(undefined);
  const fieldCosts = new FieldCosts(supergraphSdl);
  return (text) => {
    try {
      const { query, variables } = JSON.parse(text) as {
        query: string;
        variables?: Record<string, unknown>;
      };
      limitValues('variables', variables, limits);
      const { document } = documentLimits(limits)(query);
      new OperationCosts(schema, fieldCosts).of(document, undefined, variables ?? {});
      validate(schema, document, undefined, { maxErrors: MOST_MISTAKES });
    } catch {
      // Refused.
    }
  };
}
