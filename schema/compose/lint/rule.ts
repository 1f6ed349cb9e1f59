import type { Element } from './elements.js';

/** A convention that a room does not keep. */
export interface Finding {
  rule: string;
  coordinate: string;
  /** The rooms that declare the element. */
  rooms: string[];
  message: string;
}

export interface LintContext {
  /** Of all rooms. */
  elements: readonly Element[];
  /** Names of the scalars and enums of all rooms. */
  leaves: ReadonlySet<string>;
  /** Today as YYYY-MM-DD in UTC. */
  today: string;
}

export type Rule = (context: LintContext) => Finding[];

/** A finding about one element of one room. */
export const finding = (rule: string, element: Element, message: string): Finding => ({
  rule,
  coordinate: element.coordinate,
  rooms: [element.room],
  message,
});
