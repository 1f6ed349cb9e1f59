import { parse, validate } from 'graphql';
import { drawModel } from './draw-model.js';
import { drawOperation } from './draw-operation.js';
import { Draw, hash } from './draw.js';
import { againstOracle, againstSpecification, faultOfOurs } from './judge.js';
import { refusalOf } from './known-refusals.js';
import { ORACLE_DEFECTS } from './oracle-defects.js';
import { openScene, tryOut } from './scene.js';
import type { Scene, Trial } from './scene.js';
import type { Trouble } from './trouble.js';

/** What each operation goes through; planning it takes longest. */
const TROUBLES: readonly Trouble[] = ['calm', 'failing', 'broken', 'broken'];

/** A trial in which something is wrong that nobody knew of. */
export interface Finding {
  readonly at: string;
  readonly what: string;
  readonly trial: Trial;
}

/** Many operations over many graphs, and what was found. */
export class Campaign {
  readonly counts = {
    schemas: 0,
    'schemas that do not compose': 0,
    operations: 0,
    'operations whose fields do not merge': 0,
    'with errors': 0,
    'with nulls': 0,
    'equal to the specification': 0,
    'equal to the oracle': 0,
    'broken in more than the oracle answers rightly': 0,
  };
  readonly defects = new Map<string, number>();
  readonly refusals = new Map<string, number>();
  readonly findings: Finding[] = [];

  /** Draws a graph and operations over it, and runs each of them in calm and in trouble. */
  async run(seed: number, documents: number, most: number): Promise<void> {
    const scene = await this.#open(seed);
    if (!scene) return;
    try {
      for (let index = 0; index < documents && this.counts.operations < most; index += 1) {
        const operation = drawOperation(scene.schema, new Draw(hash(seed, index)));
        if (validate(scene.schema, parse(operation.source)).length > 0) {
          this.counts['operations whose fields do not merge'] += 1;
          continue;
        }
        let isOracleRight = true;
        for (const [round, trouble] of TROUBLES.entries()) {
          const trial = await tryOut(scene, operation, hash(seed, index, round), trouble);
          isOracleRight = this.#judge(trial, `${seed}:${index}:${round}`, isOracleRight);
        }
      }
    } finally {
      await scene.close();
    }
  }

  async #open(seed: number): Promise<Scene | undefined> {
    try {
      const scene = await openScene(drawModel(new Draw(seed)));
      this.counts.schemas += 1;
      return scene;
    } catch {
      this.counts['schemas that do not compose'] += 1;
      return undefined;
    }
  }

  /** Returns whether the oracle knows how to answer the operation as far as that is seen. */
  #judge(trial: Trial, at: string, isOracleRight: boolean): boolean {
    const { counts } = this;
    const { ours, oracle, trouble } = trial;
    counts.operations += 1;
    if (ours.errors) counts['with errors'] += 1;
    if (JSON.stringify(ours.data ?? null).includes('null')) counts['with nulls'] += 1;
    const refusal = refusalOf(ours);
    if (refusal) {
      add(this.refusals, refusal.why);
      return false;
    }
    const fault = faultOfOurs(trial);
    if (fault !== undefined) this.findings.push({ at, what: fault, trial });
    if (trouble !== 'broken') {
      if (fault === undefined) counts['equal to the specification'] += 1;
      const difference = againstSpecification(trial, oracle) ?? oracle.violations[0];
      return this.#note(trial, at, difference) && isOracleRight;
    }
    if (!isOracleRight) {
      counts['broken in more than the oracle answers rightly'] += 1;
      return false;
    }
    return this.#note(trial, at, againstOracle(trial));
  }

  #note(trial: Trial, at: string, difference: string | undefined): boolean {
    if (difference === undefined) {
      this.counts['equal to the oracle'] += 1;
      return true;
    }
    const defect = ORACLE_DEFECTS.find((each) => each.explains(trial, difference));
    if (defect) add(this.defects, defect.name);
    else this.findings.push({ at, what: `against the oracle: ${difference}`, trial });
    return false;
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
