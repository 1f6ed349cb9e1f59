import type { Element } from './elements.js';
import type { Finding, Rule } from './rule.js';

/** Every element is described, by at least one of the rooms that declare it. */
export const descriptions: Rule = ({ elements }) => {
  const byCoordinate = new Map<string, Element[]>();
  for (const element of elements) {
    const known = byCoordinate.get(element.coordinate) ?? [];
    byCoordinate.set(element.coordinate, [...known, element]);
  }
  const findings: Finding[] = [];
  for (const [coordinate, declarations] of byCoordinate) {
    if (declarations.some((element) => element.description !== undefined)) continue;
    // Composition describes them; a room need not repeat "the query type".
    if (['Query', 'Mutation', 'Subscription'].includes(coordinate)) continue;
    const kind = declarations[0]?.kind ?? 'type';
    findings.push({
      rule: 'descriptions',
      coordinate,
      rooms: [...new Set(declarations.map((element) => element.room))],
      message: `The ${kind} has no description.`,
    });
  }
  return findings;
};
