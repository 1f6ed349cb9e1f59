import type { GraphQLFormattedError } from 'graphql';
import { isObject, setOwn } from '../run/json.js';
import type { JsonObject } from '../run/json.js';
import type { Path } from '../run/places.js';
import type { ErrorList } from '../run/plan-error.js';
import { clientPath } from './client-path.js';
import type { DeferredPlace } from './deferred-places.js';
import { Explanations } from './explanations.js';
import { coerced } from './leaf.js';
import { isAsked } from './shape.js';
import type { FieldShape, ObjectShape, ValueShape } from './shape.js';

export interface Shaped {
  readonly data: JsonObject | null;
  readonly errors: GraphQLFormattedError[];
}

/** What a value is that may not be null where it stands: the object around it is null instead. */
const BUBBLES = Symbol('bubbles');

/**
 * Makes the answer where something is wrong: nulls bubble by the schema's types (section 6.4.4 of the
 * specification), and each that no error of a subgraph explains gets one of its own. So does what no
 * subgraph has answered: that is no null of anybody's.
 */
export function carefulShape(
  shape: ObjectShape,
  data: JsonObject,
  variables: Readonly<Record<string, unknown>>,
  errors: Pick<ErrorList, 'list' | 'more'>,
): Shaped {
  const shaper = new CarefulShaper(variables, new Explanations(errors));
  const shaped = shaper.object(shape, data);
  return {
    data: shaped === BUBBLES ? null : (shaped as JsonObject),
    errors: unique([
      ...errors.list.map(({ message, path, extensions }) => ({
        message,
        ...(path && { path: clientPath(shape, data, path) }),
        extensions,
      })),
      ...shaper.own,
    ]),
  };
}

/** The same for one place of a deferred fragment; `errors` are only those that `explanations` do not explain. */
export function carefulPart(
  { shape, object, path, source }: DeferredPlace,
  variables: Readonly<Record<string, unknown>>,
  explanations: Explanations,
): Shaped {
  const shaper = new CarefulShaper(variables, explanations, path, source);
  const shaped = shaper.object(shape, object);
  return { data: shaped === BUBBLES ? null : (shaped as JsonObject), errors: unique(shaper.own) };
}

class CarefulShaper {
  readonly own: GraphQLFormattedError[] = [];
  /** Where the walk is: keys of the answer, and as the subgraphs have them. */
  readonly #path: (string | number)[];
  readonly #source: (string | number)[];

  constructor(
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly explanations: Explanations,
    path: Path = [],
    source: Path = [],
  ) {
    this.#path = [...path];
    this.#source = [...source];
  }

  object(shape: ObjectShape, data: JsonObject): unknown {
    const made: JsonObject = {};
    for (const field of shape.fields) {
      if (!isAsked(field, this.variables)) continue;
      const given = data[field.source];
      const isExplained =
        given === undefined && this.explanations.explainAbsence(this.#source, shape);
      const value = this.#at(field.key, field.source, () =>
        this.#value(field.value, given, field, shape.typeName, isExplained),
      );
      if (value === BUBBLES) return BUBBLES;
      setOwn(made, field.key, value);
    }
    return made;
  }

  #value(
    value: ValueShape,
    given: unknown,
    field: FieldShape,
    typeName: string,
    isExplained = false,
  ): unknown {
    if (value.kind === 'typename') return value.typeName;
    if (value.kind === 'refused') return value.nonNull ? BUBBLES : null;
    if (given === undefined) {
      if (!isExplained) this.#tell(`No subgraph answered ${typeName}.${field.name}.`);
      return value.nonNull ? BUBBLES : null;
    }
    const made = given === null ? null : this.#some(value, given, field, typeName);
    if (made !== null && made !== BUBBLES) return made;
    if (!value.nonNull) return null;
    // What bubbles from below was told of there.
    if (made === null) {
      this.#tell(`Cannot return null for non-nullable field ${typeName}.${field.name}.`);
    }
    return BUBBLES;
  }

  #some(value: ValueShape, given: unknown, field: FieldShape, typeName: string): unknown {
    switch (value.kind) {
      case 'leaf': {
        const read = coerced(value.leaf, given);
        return read === undefined ? this.#unfit(value, field, typeName) : read;
      }
      case 'list':
        return Array.isArray(given)
          ? this.#list(value.of, given, field, typeName)
          : this.#unfit(value, field, typeName);
      case 'object':
        return isObject(given)
          ? this.object(value.shape, given)
          : this.#unfit(value, field, typeName);
      case 'abstract': {
        const name = isObject(given) ? given['__typename'] : null;
        const isName = name === undefined || typeof name === 'string';
        const shape = isName ? value.shapeOf(name) : undefined;
        return shape && isObject(given)
          ? this.object(shape, given)
          : this.#unfit(value, field, typeName);
      }
      default:
        return null;
    }
  }

  #list(of: ValueShape, given: readonly unknown[], field: FieldShape, typeName: string): unknown {
    const made: unknown[] = [];
    for (let index = 0; index < given.length; index += 1) {
      const item = this.#at(index, index, () => this.#value(of, given[index], field, typeName));
      if (item === BUBBLES) return BUBBLES;
      made.push(item);
    }
    return made;
  }

  /** A value of the wrong kind is null, and that has its own reason. */
  #unfit(value: ValueShape, field: FieldShape, typeName: string): unknown {
    this.#tell(
      `A subgraph answered ${typeName}.${field.name} with a value that does not fit its type.`,
    );
    return value.nonNull ? BUBBLES : null;
  }

  #tell(message: string): void {
    if (this.explanations.explain(this.#source)) return;
    this.own.push({ message, path: [...this.#path], extensions: { code: 'NULL_VIOLATION' } });
  }

  #at<T>(key: string | number, source: string | number, make: () => T): T {
    this.#path.push(key);
    this.#source.push(source);
    try {
      return make();
    } finally {
      this.#path.pop();
      this.#source.pop();
    }
  }
}

function unique(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[] {
  const seen = new Set<string>();
  return errors.filter(({ message, path }) => {
    const key = JSON.stringify([path, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
