/** An object of a subgraph as its fields see it. */
export type Source = Record<string, unknown>;
export type Arguments = Record<string, unknown>;
/** A field that is not just a property of its source. */
export type Resolve = (source: Source, args: Arguments) => unknown;

/** The data of one subgraph. */
export interface Room {
  fields: Record<string, Record<string, Resolve>>;
  /** The entity of a representation, or null. */
  entities: Record<string, (representation: Source) => Source | null>;
}
