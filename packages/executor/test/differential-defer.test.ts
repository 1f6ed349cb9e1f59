import fc from 'fast-check';
import { drawDefers } from './differential/draw-defers.js';
import { drawModel } from './differential/draw-model.js';
import { drawOperation } from './differential/draw-operation.js';
import { Draw, hash } from './differential/draw.js';
import {
  areValid,
  faultOfParts,
  openDeferredScene,
  tryDeferred,
} from './differential/deferred-trial.js';
import type { DeferredScene } from './differential/deferred-trial.js';
import type { Trouble } from './differential/trouble.js';

/** How many operations are run; more than in the gate by the environment. */
const OPERATIONS = Number(process.env['PROPERTEA_DIFFERENTIAL'] ?? 140);
const SEED = Number(process.env['PROPERTEA_DIFFERENTIAL_SEED'] ?? 1);
const DOCUMENTS = 12;
const TROUBLES: readonly Trouble[] = ['calm', 'failing', 'broken', 'broken'];

test(
  'the parts of a deferred operation say together what it says at once',
  async () => {
    const counts = {
      schemas: 0,
      operations: 0,
      'in parts': 0,
      'at once': 0,
      parts: 0,
      'with errors': 0,
    };
    const findings: string[] = [];
    const run = async (scene: DeferredScene, seed: number, index: number): Promise<void> => {
      const draw = new Draw(hash(seed, index));
      const { source, variables } = drawOperation(scene.executor.schema, draw);
      const deferring = drawDefers(source, draw);
      if (!areValid(scene, source, deferring)) return;
      for (const [round, trouble] of TROUBLES.entries()) {
        const world = hash(seed, index, round);
        const trial = await tryDeferred(scene, { source, deferring, variables }, world, trouble);
        counts.operations += 1;
        counts['in parts'] += trial.payloads.length > 1 ? 1 : 0;
        counts['at once'] += 'hasNext' in (trial.payloads[0] ?? {}) ? 0 : 1;
        counts.parts += trial.payloads.flatMap(({ incremental = [] }) => incremental).length;
        counts['with errors'] += trial.whole.errors ? 1 : 0;
        const fault = faultOfParts(trial);
        if (fault === undefined) continue;
        const at = `${seed}:${index}:${round} ${trouble}: ${fault}`;
        findings.push([at, source, deferring, JSON.stringify({ variables, ...trial })].join('\n'));
      }
    };
    for (const seed of fc.sample(fc.nat(), { seed: SEED, numRuns: OPERATIONS })) {
      if (counts.operations >= OPERATIONS) break;
      const scene = await openDeferredScene(drawModel(new Draw(seed))).catch(() => undefined);
      if (!scene) continue;
      counts.schemas += 1;
      for (let index = 0; index < DOCUMENTS && counts.operations < OPERATIONS; index += 1) {
        await run(scene, seed, index);
      }
      await scene.executor.stop();
    }
    console.log(
      Object.entries(counts)
        .map(([name, count]) => `${count} ${name}`)
        .join('\n'),
    );
    expect(findings.slice(0, 3).join('\n\n')).toBe('');
    // What is drawn must be worth it.
    expect(counts['in parts']).toBeGreaterThan(OPERATIONS / 3);
    expect(counts['with errors']).toBeGreaterThan(OPERATIONS / 10);
  },
  OPERATIONS * 200,
);
