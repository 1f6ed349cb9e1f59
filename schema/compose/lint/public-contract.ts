import type { HiddenElement } from '../public-types.js';
import type { Element } from './elements.js';
import type { Finding } from './rule.js';

/** What is tagged public is in the public contract. */
export const hiddenFromPublic = (
  hidden: readonly HiddenElement[],
  elements: readonly Element[],
): Finding[] =>
  hidden.map(({ coordinate, reason }) => ({
    rule: 'public-contract',
    coordinate,
    rooms: elements
      .filter((element) => element.coordinate === coordinate)
      .map((element) => element.room),
    message: `It is tagged public, but ${reason}.`,
  }));
