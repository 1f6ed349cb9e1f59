import { parse, validate } from 'graphql';
import type { Finding } from './campaign.js';
import { hash } from './draw.js';
import { againstOracle, faultOfOurs } from './judge.js';
import { minimise, smallerOperations } from './minimise.js';
import { printSubgraph } from './print.js';
import { openScene, tryOut } from './scene.js';
import type { Told, Trial } from './scene.js';

/** A finding with the smallest operation that shows it, and all that is needed to look at it. */
export async function reported({ at, what, trial }: Finding): Promise<string> {
  const { model, trouble } = trial;
  const { variables } = trial.operation;
  const worldSeed = hash(...at.split(':').map(Number));
  const kind = kindOf(what);
  const scene = await openScene(model);
  try {
    const attempt = (source: string) => tryOut(scene, { source, variables }, worldSeed, trouble);
    const source = await minimise(trial.operation.source, smallerOperations, async (smaller) => {
      if (validate(scene.schema, parse(smaller)).length > 0) return false;
      const found = differenceIn(await attempt(smaller));
      return found !== undefined && kindOf(found) === kind;
    });
    return text(at, what, await attempt(source));
  } finally {
    await scene.close();
  }
}

const differenceIn = (trial: Trial): string | undefined =>
  faultOfOurs(trial) ?? (trial.trouble === 'broken' ? againstOracle(trial) : undefined);

/** Differences of one kind differ in what they are about. */
const kindOf = (what: string): string => what.replace(/^against the oracle: /, '').slice(0, 12);

function text(at: string, what: string, { model, operation, ...told }: Trial): string {
  const answer = ({ data, errors, extensions, thrown }: Told) =>
    JSON.stringify({ thrown, data, errors, extensions });
  const sent = ({ requests }: Told) =>
    requests.map((each) => `    ${each.subgraph} ${each.query} ${JSON.stringify(each.variables)}`);
  return [
    `${at}: ${what}`,
    ...model.subgraphs.flatMap((place) => [`# ${place}`, printSubgraph(model, place)]),
    operation.source,
    JSON.stringify(operation.variables),
    `specification ${answer(told.specified)}`,
    `ours ${answer(told.ours)}`,
    ...sent(told.ours),
    `oracle ${answer(told.oracle)}`,
    ...sent(told.oracle),
  ].join('\n');
}
