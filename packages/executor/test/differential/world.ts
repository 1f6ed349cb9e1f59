import { Kind, valueFromASTUntyped } from 'graphql';
import type { SelectionSetNode } from 'graphql';
import { Draw, hash } from './draw.js';
import { COLORS, fieldOf, membersIn, named, objectOf } from './model.js';
import type { FieldModel, Model, ObjectModel } from './model.js';
import { selectionOf } from './print.js';

/** One object of the world; what is in it follows from its type and id. */
export interface Ref {
  readonly __typename: string;
  readonly id: string;
}

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && '__typename' in value && 'id' in value;

export type Args = Readonly<Record<string, unknown>>;

/** The same for equal values, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  return `{${entries
    .map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`)
    .toSorted()
    .join()}}`;
}

/** Is thrown where a field fails on purpose. */
export class Failure extends Error {}

export interface WorldOptions {
  readonly seed: number;
  /** How likely a nullable place is empty. */
  readonly nulls: number;
  /** How likely a nullable field fails instead of having a value. */
  readonly failures?: number;
  /** How likely a place that must not be empty is empty all the same. */
  readonly holes?: number;
  /** How likely a subgraph does not know an object that another one told it of. */
  readonly ghosts?: number;
}

const PER_TYPE = 4;

/** All data of a graph, as if no subgraphs divided it. */
export class World {
  constructor(
    readonly model: Model,
    private readonly options: WorldOptions,
  ) {}

  instances(type: string): Ref[] {
    return Array.from({ length: PER_TYPE }, (_, n) => ({ __typename: type, id: `${type}-${n}` }));
  }

  /** The value of a field, with objects as references; throws where the field fails. */
  field(ref: Ref, name: string, args: Args): unknown {
    const field = fieldOf(this.model, ref.__typename, name);
    if (!field) throw new Error(`${ref.__typename} has no field ${name}`);
    const needed =
      field.requires === undefined ? '' : canonical(this.project(ref, selectionOf(field.requires)));
    return this.value(ref, field, args, needed);
  }

  /** The value of a field that was told what it requires. */
  value(ref: Ref, field: FieldModel, args: Args, needed: string): unknown {
    const key = this.#keyField(ref, field.name);
    if (key !== undefined) return key;
    const { seed, failures = 0 } = this.options;
    const at = hash(seed, ref.id, field.name, canonical(args), needed);
    if (failures > 0 && !field.type.endsWith('!') && !needed) {
      const fails = hash(seed, 'fails', ref.id, field.name) / 2 ** 32 < failures;
      if (fails) throw new Failure(`${field.name} failed`);
    }
    return this.#typed(field, field.type, new Draw(at), `${ref.id}.${field.name}.${at}`);
  }

  /** Whether a subgraph knows nothing of an object. */
  isGhost(place: string, id: string): boolean {
    const { seed, ghosts = 0 } = this.options;
    return hash(seed, 'ghost', place, id) / 2 ** 32 < ghosts;
  }

  /** What a selection finds in an object: nulls where fields fail, no type names. */
  project(ref: Ref, { selections }: SelectionSetNode): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        const value = this.#orNull(() =>
          this.field(ref, name.value, argsOf(this.model, ref, selection)),
        );
        result[name.value] = selectionSet ? this.#below(value, selectionSet) : value;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        if (on === undefined || on === ref.__typename) {
          Object.assign(result, this.project(ref, selection.selectionSet));
        }
      }
    }
    return result;
  }

  #below(value: unknown, selectionSet: SelectionSetNode): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#below(item, selectionSet));
    return isRef(value) ? this.project(value, selectionSet) : value;
  }

  #orNull(read: () => unknown): unknown {
    try {
      return read();
    } catch (error) {
      if (error instanceof Failure) return null;
      throw error;
    }
  }

  /** The parts of keys say who the object is. */
  #keyField({ __typename, id }: Ref, name: string): unknown {
    const number = Number(id.split('-').at(-1));
    if (__typename.endsWith('Ref')) return name === 'n' ? number : `zone${number % 2}`;
    if (name === 'id' && /^T\d+-\d+$/.test(id)) return id;
    if (name === 'code') return `code-${id}`;
    if (name === 'num') return number;
    if (name === 'ref') return { __typename: `${__typename}Ref`, id };
    return undefined;
  }

  #typed(field: FieldModel, type: string, draw: Draw, at: string): unknown {
    const { holes = 0 } = this.options;
    if (type.endsWith('!')) {
      if (holes > 0 && draw.chance(holes)) return null;
      return this.#present(field, type.slice(0, -1), draw, at);
    }
    if (draw.chance(this.options.nulls)) return null;
    return this.#present(field, type, draw, at);
  }

  #present(field: FieldModel, type: string, draw: Draw, at: string): unknown {
    if (type.startsWith('[')) {
      const length = draw.between(0, 3);
      return Array.from({ length }, (_, index) =>
        this.#typed(field, type.slice(1, -1), draw, `${at}.${index}`),
      );
    }
    switch (type) {
      case 'Int':
        return draw.between(-5, 1000);
      case 'Float':
        return draw.between(0, 40) / 4;
      case 'Boolean':
        return draw.chance(0.5);
      case 'String':
      case 'ID':
        return draw.one(['', 'ä"\\\u2028', 'plain', `s${draw.between(0, 99_999)}`]);
      case 'Color':
        return draw.one(COLORS);
      case 'Json':
        return draw.one([1, 'x', [1, null, 'a'], { b: 1, a: { c: [] } }, { __typename: 'T0' }]);
    }
    const candidates = candidatesOf(this.model, field, type);
    const object = draw.one(candidates);
    if (object.kind === 'value') return { __typename: object.name, id: at };
    return draw.one(this.instances(object.name));
  }
}

/** The types of object that all subgraphs that resolve a field agree on. */
export function candidatesOf(model: Model, field: FieldModel, type: string): ObjectModel[] {
  const object = objectOf(model, type);
  if (object) return [object];
  const candidates = field.homes
    .map((home) => membersIn(model, type, home))
    .reduce((left, right) => left.filter((member) => right.includes(member)));
  if (candidates.length === 0) throw new Error(`Nothing can be ${type}`);
  return candidates;
}

/** The arguments of a field in a required selection, with what is assumed of those left out. */
function argsOf(
  model: Model,
  ref: Ref,
  node: { name: { value: string }; arguments?: readonly any[] },
) {
  const field = fieldOf(model, ref.__typename, node.name.value);
  const args: Record<string, unknown> = {};
  for (const { name, type, fallback } of field?.args ?? []) {
    const given = node.arguments?.find((argument) => argument.name.value === name);
    const value: unknown = given ? valueFromASTUntyped(given.value) : readFallback(fallback);
    if (value !== undefined) args[name] = named(type) === 'Filter' ? withDefaults(value) : value;
  }
  return args;
}

const readFallback = (fallback: string | undefined): unknown =>
  fallback === undefined ? undefined : /^\d/.test(fallback) ? Number(fallback) : fallback;

const withDefaults = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !('low' in value) ? { low: 1, ...value } : value;
