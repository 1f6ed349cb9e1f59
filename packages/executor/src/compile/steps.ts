import type { FetchDataRewrite } from '@apollo/query-planner';
import type { KeepablePart } from '../cache/fetch-cache.js';
import type { Condition } from './condition.js';
import type { EntityField } from './entity-query.js';
import type { Representation } from './representation.js';

/** Objects of the answer that one fetch adds to. */
export interface Target {
  /** Keys from the root; `@` stands for each of a list. */
  readonly path: readonly string[];
  readonly conditions: readonly Condition[];
  /** Whether entities are copied before they come here, since later fetches add to what is in them. */
  readonly copies: boolean;
  /**
   * Whether objects that say nothing but who they are become one object: nothing else is under way there
   * that still knows them apart.
   */
  readonly shares: boolean;
  /** What objects are asked for of which this part's representation is not known, but the spare's is. */
  readonly spare: EntityPart | undefined;
  /** Of each contextual argument of its part, where its value may stand, the nearest first. */
  readonly context: readonly (readonly ContextPlace[])[];
}

/** An object above the end of a target's path, and what is read of it. */
export interface ContextPlace {
  /** How much of the path leads to the object; 0 for the root. */
  readonly depth: number;
  /** Type conditions (`... on T`) and keys from there to the value. */
  readonly path: readonly string[];
}

/** One `_entities` field of a fetch. */
export interface EntityPart {
  /** Its response key in the fetch. */
  readonly key: string;
  /** The variable with its representations. */
  readonly variable: string;
  readonly representation: Representation;
  readonly targets: readonly Target[];
  readonly fields: SelectedKeys;
  readonly rewrites: readonly FetchDataRewrite[];
  /** Undefined where its entities may not be kept. */
  readonly keepable: KeepablePart | undefined;
  readonly field: EntityField;
  /** Undefined where no object around its entities tells an argument (`@fromContext`). */
  readonly contextual: ContextualPart | undefined;
}

/** What of a part hangs on the objects around its entities: it is asked once for each of their values. */
export interface ContextualPart {
  /** The arguments by their variables in the plan. */
  readonly arguments: readonly { readonly name: string; readonly nullable: boolean }[];
  /** The part for these values of its arguments, which are what is sent with it. */
  numbered(
    part: EntityPart,
    index: number,
    values: readonly unknown[],
  ): EntityPart & { readonly values: Readonly<Record<string, unknown>> };
}

/** The response keys that a selection set asks for, by the type condition around them. */
export interface SelectedKeys {
  readonly all: readonly string[];
  /** Those asked of an object type. */
  of(typeName: string): readonly string[];
}

/** One request to a subgraph. */
export interface Step {
  readonly index: number;
  readonly subgraph: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** Where it has contextual parts, as it is when each of them is asked for once. */
  readonly query: string;
  readonly operationName: string | undefined;
  /** The client's variables that the query uses, and the names that they have there. */
  readonly variables: readonly { readonly name: string; readonly sentAs: string }[];
  /** The steps that must be done before, by index; those come earlier in the plan. */
  readonly after: readonly number[];
  /** The id of the deferred fragment to whose part of the answer it belongs. */
  readonly part: string | undefined;
  readonly content: RootContent | EntityContent;
}

export interface RootContent {
  readonly kind: 'root';
  readonly conditions: readonly Condition[];
  readonly keys: readonly string[];
  readonly rewrites: readonly FetchDataRewrite[];
  /** Undefined where the answer may not be kept. */
  readonly keepable: KeepablePart | undefined;
}

export interface EntityContent {
  readonly kind: 'entities';
  readonly parts: readonly EntityPart[];
}
