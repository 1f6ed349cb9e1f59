import type { GraphQLError } from 'graphql';
import type { CompiledOperation } from '../compile/compile-operation.js';
import type { Increment, IncrementalResult, SubsequentResult } from '../executor.js';
import { refusalsUnder } from '../policy/refusals.js';
import { carefulPart } from '../shape/careful-shaper.js';
import { deferredPlaces } from '../shape/deferred-places.js';
import type { DeferredPlace } from '../shape/deferred-places.js';
import { Explanations } from '../shape/explanations.js';
import { quickShaper } from '../shape/quick-shaper.js';
import type { QuickShaper } from '../shape/quick-shaper.js';
import type { ObjectShape } from '../shape/shape.js';
import { answerOf, toError } from './answer.js';
import type { JsonObject } from './json.js';
import { NulledPlaces } from './nulled-places.js';
import { ErrorsByPlace } from './part-errors.js';
import type { ErrorsByPart, PartErrors } from './part-errors.js';

const ROOT = { path: [], source: [] };
const NULLED = { code: 'NULL_VIOLATION' };

/** The answer to one operation in its parts, each made when what it is made of is there. */
export class IncrementalAnswer {
  /** Of the fragments whose turn it is: what is around them is delivered. */
  readonly #places = new Map<string, DeferredPlace[]>();
  readonly #expected = new Set<string>();
  readonly #shapers = new Map<ObjectShape, QuickShaper>();
  readonly #nulled = new NulledPlaces();

  constructor(
    private readonly operation: CompiledOperation,
    private readonly data: JsonObject,
    private readonly variables: Readonly<Record<string, unknown>>,
    private readonly errors: ErrorsByPart,
  ) {}

  /** The ids of the deferred fragments that come next. */
  get pending(): string[] {
    return [...this.#places.keys()];
  }

  /** What comes first. */
  initial(): IncrementalResult['initial'] {
    const { operation, data, variables: conditions } = this;
    const errors = this.errors.take(undefined, data);
    const answer = answerOf(operation, data, { conditions, errors });
    if (answer.data) this.#expect(deferredPlaces(operation.shape, data, answer.data, ROOT));
    return { ...answer, hasNext: this.#places.size > 0 };
  }

  /** What these fragments, which are pending, add. */
  subsequent(ids: readonly string[]): SubsequentResult {
    const incremental = ids.flatMap((id) => this.#increments(id));
    return { incremental, hasNext: this.#places.size > 0 };
  }

  #increments(id: string): Increment[] {
    const places = this.#places.get(id) ?? [];
    this.#places.delete(id);
    const told = this.errors.take(id, this.data);
    const { operation, data } = this;
    const byPlace = new ErrorsByPlace(told, places, { shape: operation.shape, data });
    const shaped = this.#shaping(told);
    const label = operation.deferred?.get(id);
    return places.map((place, index): Increment => {
      if (this.#nulled.has(place.path)) return this.#nothing(place, label, byPlace.of(place));
      const { data: made, errors: own } = shaped(place);
      if (made) this.#expect(deferredPlaces(place.shape, place.object, made, place));
      if (made && (own.length > 0 || told.list.length > 0)) this.#nulled.add(place.path, made);
      // What is said of no place in particular is said at the first.
      const ofAll =
        index === 0
          ? [...refusalsUnder(operation.refusals, this.variables, id), ...byPlace.of(undefined)]
          : [];
      const errors = [...ofAll, ...byPlace.of(place), ...own];
      return {
        ...(label !== undefined && { label }),
        path: place.path,
        data: made,
        ...(errors.length > 0 && { errors }),
      };
    });
  }

  /** A part of what another part has told to be null. */
  #nothing(
    { path }: DeferredPlace,
    label: string | undefined,
    errors: readonly GraphQLError[],
  ): Increment {
    const why = { message: 'What is around this part is null.', path, extensions: NULLED };
    const told = errors.length > 0 ? errors : [toError(why)];
    return { ...(label !== undefined && { label }), path, data: null, errors: told };
  }

  #shaping(told: PartErrors) {
    let explanations: Explanations | undefined;
    return (place: DeferredPlace): { data: JsonObject | null; errors: GraphQLError[] } => {
      if (told.list.length === 0 && told.more === 0) {
        const quick = this.#shaperOf(place.shape)(place.object, this.variables);
        if (quick) return { data: quick, errors: [] };
      }
      explanations ??= new Explanations(told);
      const { data, errors } = carefulPart(place, this.variables, explanations);
      return { data, errors: errors.map(toError) };
    };
  }

  #shaperOf(shape: ObjectShape): QuickShaper {
    let shaper = this.#shapers.get(shape);
    if (!shaper) this.#shapers.set(shape, (shaper = quickShaper(shape)));
    return shaper;
  }

  #expect(places: readonly DeferredPlace[]): void {
    for (const place of places) {
      // A fragment may be spread at one place both in what comes first and in what is deferred.
      const key = JSON.stringify([place.id, place.path]);
      if (this.#expected.has(key)) continue;
      this.#expected.add(key);
      const known = this.#places.get(place.id);
      if (known) known.push(place);
      else this.#places.set(place.id, [place]);
    }
  }
}
