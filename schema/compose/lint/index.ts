import type { RoomSdl } from '../composer.js';
import type { HiddenElement } from '../public-types.js';
import { deprecations } from './deprecations.js';
import { descriptions } from './descriptions.js';
import { elementsOf, leafTypes } from './elements.js';
import { lists } from './lists.js';
import { mutations } from './mutations.js';
import { names } from './names.js';
import { hiddenFromPublic } from './public-contract.js';
import type { Finding, Rule } from './rule.js';

export type { Finding } from './rule.js';
export { removalDay } from './deprecations.js';

const rules: readonly Rule[] = [descriptions, names, lists, mutations, deprecations];

/**
 * What the rooms' SDLs do not keep of the conventions, sorted by coordinate. The SDLs parse.
 * @param today YYYY-MM-DD; a deprecation whose day lies before it is a finding.
 */
export function lint(
  rooms: readonly RoomSdl[],
  hidden: readonly HiddenElement[],
  today: string,
): Finding[] {
  const elements = rooms.flatMap(elementsOf);
  const context = { elements, leaves: leafTypes(rooms), today };
  const findings = rules.flatMap((rule) => rule(context));
  findings.push(...hiddenFromPublic(hidden, elements));
  return findings.toSorted((a, b) => {
    const [left, right] = [`${a.coordinate} ${a.rule}`, `${b.coordinate} ${b.rule}`];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
