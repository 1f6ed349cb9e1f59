import { entityQuery } from '../compile/entity-query.js';
import type { EntityPart, Step } from '../compile/steps.js';
import { PlainAnswer } from '../subgraph.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph.js';
import { gather } from './gather.js';
import type { Asked, Wanted } from './gather.js';
import { isObject, setOwn } from './json.js';
import type { JsonObject } from './json.js';
import { copied, merge } from './merge.js';
import type { Interfaces } from './merge.js';
import { visitPlaces } from './places.js';
import type { Path } from './places.js';
import { readErrors } from './plan-error.js';
import type { PlanError } from './plan-error.js';
import type { RunParts } from './plan-run.js';
import { requestOf } from './request.js';
import { rewrite } from './rewrite.js';

type Parts = Pick<
  RunParts<never>,
  'conditions' | 'errors' | 'possibleTypes' | 'interfaces' | 'shared' | 'texts'
>;

/** One request for entities: what it asks for, each of them once, and where its answers belong. */
export class EntityFetch {
  readonly #asked: Asked[];

  constructor(
    private readonly parts: readonly EntityPart[],
    private readonly data: JsonObject,
    private readonly run: Parts,
  ) {
    this.#asked = parts.flatMap((part) => gather(part, data, run));
  }

  get isEmpty(): boolean {
    return this.#asked.every(({ representations }) => representations.length === 0);
  }

  /** What is to be asked for, by part. */
  get asked(): readonly Pick<Asked, 'part' | 'representations'>[] {
    return this.#asked;
  }

  /**
   * Takes entities that are known already, by the index of their representation among those of a part, into the
   * tree: they are not asked for. Returns false where nothing is left to ask for.
   */
  takeKnown(known: ReadonlyMap<EntityPart, ReadonlyMap<number, unknown>>): boolean {
    for (const asked of this.#asked) {
      const own = known.get(asked.part);
      if (!own) continue;
      const entities: unknown[] = [];
      for (const [index, entity] of own) entities[index] = entity;
      asked.missing = [...asked.representations.keys()].filter((index) => !own.has(index));
      this.#place(asked, entities);
    }
    return this.count > 0;
  }

  /** What is told by the objects around its entities, by the variables that carry it. */
  get context(): JsonObject {
    return Object.assign({}, ...this.#asked.map(({ values }) => values)) as JsonObject;
  }

  /** The request for what is still missing, with the variables of its step and what is told of entities. */
  requestOf(step: Step, variables: JsonObject): SubgraphRequest {
    const { operationName } = step;
    for (const { part, representations, missing } of this.#asked) {
      variables[part.variable] = missing?.map((index) => representations[index]) ?? representations;
    }
    if (!this.parts.some(({ contextual }) => contextual)) return requestOf(step, variables);
    const fields = this.#asked.map(({ part }) => part.field);
    return { query: entityQuery(operationName, fields), variables, operationName };
  }

  /** How many entities are still to be asked for. */
  get count(): number {
    return this.#asked.reduce(
      (sum, { missing, representations }) => sum + (missing ?? representations).length,
      0,
    );
  }

  /** The entities of an answer that may be kept, by part; none where anything went wrong. */
  given(answer: SubgraphAnswer): Map<EntityPart, Map<number, JsonObject>> {
    const given = new Map<EntityPart, Map<number, JsonObject>>();
    const data = isObject(answer.data) ? answer.data : {};
    if (readErrors(answer.errors).length > 0) return given;
    for (const { part, representations, missing } of this.#asked) {
      const entities = data[part.key];
      const count = (missing ?? representations).length;
      if (!isAnswerTo(count, entities) || !Array.isArray(entities)) return new Map();
      const own = new Map<number, JsonObject>();
      for (const [position, entity] of entities.entries() as Iterable<[number, unknown]>) {
        // What is not there yet may come at any moment.
        if (isObject(entity)) own.set(missing?.[position] ?? position, entity);
      }
      given.set(part, own);
    }
    return given;
  }

  /** Takes the answer into the tree. Throws where it is none. */
  take(answer: SubgraphAnswer): void {
    this.run.texts.arePlain &&= answer instanceof PlainAnswer;
    const said = readErrors(answer.errors);
    const data = isObject(answer.data) ? answer.data : undefined;
    if (!data && said.length === 0)
      throw new Error('The subgraph answered neither data nor errors');
    for (const asked of this.#asked) {
      const { missing } = asked;
      const entities = data?.[asked.part.key];
      // Without an error that explains it, this is not an answer to what was asked.
      if (said.length === 0 && !isAnswerTo((missing ?? asked.representations).length, entities)) {
        throw new Error('The subgraph answered no entities, or not those that it was asked for');
      }
      if (!Array.isArray(entities)) continue;
      this.#place(asked, missing ? spread(entities, missing) : entities);
    }
    for (const error of said) this.#tell(error, data !== undefined);
  }

  /** Says at each field that would have been filled why it is not. */
  fail(error: Omit<PlanError, 'path'>): void {
    for (const asked of this.#asked) {
      for (const target of asked.targets) {
        const isMissing = asked.missing && new Set(asked.missing);
        this.#visit(
          target,
          (index) => isMissing?.has(index) ?? true,
          (object, path) => {
            for (const key of keysOf(asked.part, object)) {
              const known = object[key] ?? {};
              // Plans may ask once more for what is there already.
              if (isObject(known)) this.run.errors.add({ ...error, path: [...path, key] });
            }
          },
        );
      }
    }
  }

  #tell(error: PlanError, hasData: boolean): void {
    const [key, entity, ...rest] = error.path ?? [];
    const asked = this.#asked.find(({ part }) => part.key === key);
    if (asked && typeof entity === 'number') {
      const failed = asked.missing ? asked.missing[entity] : entity;
      for (const target of asked.targets) {
        this.#visit(
          target,
          (index) => index === failed,
          (_, path) => this.run.errors.add({ ...error, path: [...path, ...rest] }),
        );
      }
    } else if (hasData) {
      const path = this.#asked[0]?.targets[0]?.path ?? [];
      const known = path.includes('@') ? path.slice(0, path.indexOf('@')) : path;
      this.run.errors.add({ ...error, path: known });
    } else {
      this.fail(error);
    }
  }

  #place({ part, targets }: Asked, entities: readonly unknown[]): void {
    for (const change of part.rewrites) rewrite(entities, change, this.run.possibleTypes);
    const given = new Set<unknown>();
    for (const target of targets) place(part, target, entities, given, this.run.interfaces);
  }

  /** The places of a target that stand for certain entities. Those are sought only when something failed. */
  #visit(
    { path, objects, entities }: Wanted,
    wanted: (entity: number) => boolean,
    found: (object: JsonObject, path: Path) => void,
  ): void {
    const sought = new Set(objects.filter((_, index) => wanted(entities[index] ?? -1)));
    visitPlaces(this.data, path, (object, here) => {
      if (sought.has(object) && !this.run.errors.isFull) found(object, here);
    });
  }
}

/** Each entity at the index of its representation. */
function spread(entities: readonly unknown[], missing: readonly number[]): unknown[] {
  const all: unknown[] = [];
  for (const [position, index] of missing.entries()) all[index] = entities[position];
  return all;
}

/** For each representation an entity, or null where there is none. */
function isAnswerTo(count: number, entities: unknown): boolean {
  if (count === 0) return true;
  return (
    Array.isArray(entities) &&
    entities.length === count &&
    entities.every((entity) => entity === null || isObject(entity))
  );
}

function place(
  part: EntityPart,
  { copies, objects, entities }: Wanted,
  answers: readonly unknown[],
  given: Set<unknown>,
  interfaces: Interfaces,
): void {
  const keys = part.fields.all;
  for (let index = 0; index < objects.length; index += 1) {
    let entity = answers[entities[index] as number];
    if (entity === null) knowNothing(part, objects[index] as JsonObject);
    if (!isObject(entity)) continue;
    if (copies) {
      if (given.has(entity)) entity = copied(entity);
      else given.add(entity);
    }
    merge(objects[index] as JsonObject, entity as JsonObject, keys, interfaces);
  }
}

/** Of an entity that a subgraph does not know, everything that it was asked for is null. */
function knowNothing(part: EntityPart, object: JsonObject): void {
  for (const key of keysOf(part, object)) {
    if (object[key] === undefined) setOwn(object, key, null);
  }
}

function keysOf(part: EntityPart, object: JsonObject): readonly string[] {
  const typeName = object['__typename'];
  const keys = typeof typeName === 'string' ? part.fields.of(typeName) : part.fields.all;
  return keys.filter((key) => key !== '__typename');
}
