import { holds } from '../compile/condition.js';
import type { ContextualPart, EntityPart, Target } from '../compile/steps.js';
import { contextValues } from './context-values.js';
import type { JsonObject } from './json.js';
import { eachObject, eachObjectBelow } from './places.js';
import type { RunParts } from './plan-run.js';

/** The objects of one target, and which of the entities asked for each of them is. */
export interface Wanted {
  readonly path: readonly string[];
  readonly copies: boolean;
  readonly objects: JsonObject[];
  readonly entities: number[];
}

/** What one `_entities` field asks for. */
export interface Asked {
  readonly part: EntityPart;
  readonly representations: JsonObject[];
  readonly targets: Wanted[];
  /** The variables that are its own. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** Indexes of the representations that are still to be asked for; undefined for all of them. */
  missing: number[] | undefined;
}

type Parts = Pick<RunParts<never>, 'conditions' | 'shared' | 'possibleTypes'>;

/** What is asked of a part, and of its spares for what is left over. */
export function gather(part: EntityPart, data: JsonObject, parts: Parts): Asked[] {
  const { conditions, shared } = parts;
  const asked = new Gathering(part, shared);
  const spares = new Map<EntityPart, Gathering>();
  const { contextual } = part;
  if (contextual) return gatherByContext(part, contextual, data, parts);
  for (const target of part.targets) {
    const { spare } = target;
    if (!holds(target.conditions, conditions)) continue;
    let left: Gathering | undefined;
    if (spare) {
      left = spares.get(spare) ?? new Gathering(spare, shared);
      spares.set(spare, left);
      left.begin(target);
    }
    asked.begin(target);
    eachObject(data, target.path, (object, owner, slot) => {
      if (!asked.add(object, owner, slot)) left?.add(object, owner, slot);
    });
  }
  return [asked, ...spares.values()];
}

/** The part once for each of the values that its arguments have by the objects around its entities. */
function gatherByContext(
  part: EntityPart,
  contextual: ContextualPart,
  data: JsonObject,
  { conditions, shared, possibleTypes }: Parts,
): Asked[] {
  const byValues = new Map<string, Gathering>();
  for (const target of part.targets) {
    if (!holds(target.conditions, conditions)) continue;
    const begun = new Set<Gathering>();
    eachObjectBelow(data, target.path, (way, object, owner, slot) => {
      const values = contextValues(contextual.arguments, target.context, way, possibleTypes);
      if (!values) return;
      const key = JSON.stringify(values);
      let asked = byValues.get(key);
      if (!asked) {
        const numbered = contextual.numbered(part, byValues.size, values);
        byValues.set(key, (asked = new Gathering(numbered, shared, numbered.values)));
      }
      if (!begun.has(asked)) asked.begin(target);
      begun.add(asked);
      asked.add(object, owner, slot);
    });
  }
  return [...byValues.values()].filter(({ representations }) => representations.length > 0);
}

/** The representations of one part, each once. */
class Gathering implements Asked {
  readonly representations: JsonObject[] = [];
  missing: number[] | undefined;
  readonly targets: (Wanted & { readonly shares: boolean })[] = [];
  readonly #known = new Map<unknown, number>();
  /** Of the target that is gathered: for each representation the object that stands for its equals. */
  #standing: (JsonObject | undefined)[] = [];
  #met = new Set<JsonObject>();

  constructor(
    readonly part: EntityPart,
    private readonly shared: Map<JsonObject, string>,
    readonly values?: Asked['values'],
  ) {}

  begin({ path, copies, shares }: Target): void {
    this.#standing = [];
    this.#met = new Set();
    this.targets.push({ path, copies, shares, objects: [], entities: [] });
  }

  /** Returns false where no representation of the object is known. */
  add(object: JsonObject, owner: Record<string | number, unknown>, slot: string | number): boolean {
    const target = this.targets.at(-1);
    if (!target || this.#isMet(object)) return true;
    const { representation } = this.part;
    const key = representation.keyOf(object);
    if (key === undefined) return false;
    let index = this.#known.get(key);
    if (index === undefined) {
      index = this.representations.push(representation.of(object)) - 1;
      this.#known.set(key, index);
    }
    if (target.shares && representation.isAllOf(object)) {
      const standing = this.#standing[index];
      if (standing) {
        owner[slot] = standing;
        this.shared.set(standing, '');
        return true;
      }
      this.#standing[index] = object;
    }
    target.objects.push(object);
    target.entities.push(index);
    return true;
  }

  /** An object that stands at many places is asked for once. */
  #isMet(object: JsonObject): boolean {
    if (this.shared.size === 0 || !this.shared.has(object)) return false;
    if (this.#met.has(object)) return true;
    this.#met.add(object);
    return false;
  }
}
