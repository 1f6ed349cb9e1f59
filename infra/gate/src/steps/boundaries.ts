import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configuration, cruiseFolders } from '../boundaries/cruise.js';
import { permitted, violations } from '../boundaries/seeds.js';
import type { Seed } from '../boundaries/seeds.js';
import { buildSmallHouse } from '../boundaries/small-house.js';
import type { SmallHouse } from '../boundaries/small-house.js';
import type { Step } from '../report.js';
import { root } from '../repository.js';

const everything = ['packages', 'subgraphs', 'gateway', 'schema', 'infra', 'bench', 'portals'];

export const boundaries: Step = {
  title: 'boundaries',
  async run() {
    const folders = everything.filter((folder) => existsSync(join(root, folder)));
    const { modules, imports, violations: found } = await cruiseFolders(root, folders);
    return {
      ok: found.length === 0,
      summary:
        found.length === 0
          ? `${imports} imports of ${modules} modules`
          : `${found.length} forbidden imports`,
      details: found.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`).join('\n'),
    };
  },
};

/** What is wrong with the rules' answer to one seed; undefined when it is as it should be. */
async function judge(house: SmallHouse, seed: Seed): Promise<string | undefined> {
  house.plant(seed);
  try {
    const { violations: found } = await cruiseFolders(house.folder, everything);
    const named = [...new Set(found.map(({ rule }) => rule))].join(', ');
    const place = `${seed.file}: ${seed.code.split('\n')[0]}`;
    if (seed.rule && !found.some(({ rule, from }) => rule === seed.rule && from.includes('/')))
      return `${seed.rule} let this pass: ${place}${named ? ` (only ${named} objected)` : ''}`;
    if (!seed.rule && named) return `${named} forbids what is allowed: ${place}`;
    return undefined;
  } finally {
    house.uproot(seed);
  }
}

/** Seeds a violation of every rule and expects it to be found: rules that match nothing look healthy. */
export const boundariesSelfTest: Step = {
  title: 'boundaries self-test',
  async run() {
    const rules = (await configuration()).forbidden.map(({ name }) => name);
    const problems = rules
      .filter((name) => !violations.some(({ rule }) => rule === name))
      .map((name) => `${name} has no seeded violation`);
    const house = buildSmallHouse();
    try {
      for (const seed of [...violations, ...permitted]) {
        const problem = await judge(house, seed);
        if (problem) problems.push(problem);
      }
    } finally {
      house.remove();
    }
    return {
      ok: problems.length === 0,
      summary:
        problems.length === 0
          ? `${violations.length} violations of ${rules.length} rules found, ${permitted.length} allowed imports let through`
          : `${problems.length} problems`,
      details: problems.join('\n'),
    };
  },
};
