import type { Fault } from '../support/graph.js';
import { Draw, hash } from './draw.js';
import type { Model } from './model.js';
import type { WorldOptions } from './world.js';

/**
 * How much goes wrong: only nulls where they are allowed (`calm`); nullable fields that fail (`failing`),
 * of which the specification knows the answer too; subgraphs that are down, know too little or break the
 * schema (`broken`), of which it does not, since it knows of no subgraphs.
 */
export type Trouble = 'calm' | 'failing' | 'broken';

export const DOWN = 'connect ECONNREFUSED';
export const ASLEEP = 'asleep';

/** What goes wrong follows from the seed alone, so that it is the same for all who ask. */
export function trouble(
  kind: Trouble,
  model: Model,
  seed: number,
): { options: WorldOptions; faults: ReadonlyMap<string, Fault> } {
  const faults = new Map<string, Fault>();
  if (kind === 'calm') return { options: { seed, nulls: 0.1 }, faults };
  if (kind === 'failing') return { options: { seed, nulls: 0.05, failures: 0.08 }, faults };
  const draw = new Draw(hash(seed, 'trouble'));
  const options = {
    seed,
    nulls: 0.03,
    failures: draw.chance(0.4) ? 0.04 : 0,
    holes: draw.chance(0.4) ? 0.03 : 0,
    ghosts: draw.chance(0.5) ? 0.15 : 0,
  };
  if (draw.chance(0.5)) faults.set(draw.one(model.subgraphs), drawFault(draw));
  return { options, faults };
}

function drawFault(draw: Draw): Fault {
  const onlyEntities = draw.chance(0.5);
  const isDown = draw.chance(0.6);
  return ({ query }) => {
    if (onlyEntities && !query.includes('_entities')) return undefined;
    if (isDown) throw new Error(DOWN);
    return { data: null, errors: [{ message: ASLEEP }] };
  };
}
