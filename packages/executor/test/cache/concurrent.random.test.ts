import fc from 'fast-check';
import { InFlight, KeptAnswers, memoryStore } from '../../src/index.js';
import type { CacheQuestion, KeepablePart } from '../../src/index.js';

const MAX_AGE = 10;
const READERS = ['ann', 'bob'];
const THINGS = ['a', 'b', 'c'];

type Turn =
  | { kind: 'read'; who: string; things: string[]; isPublic: boolean; wait: number; fails: boolean }
  | { kind: 'write'; thing: string; wait: number }
  | { kind: 'age'; seconds: number }
  | { kind: 'gap' };

const wait = fc.nat({ max: 6 });
const turn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      who: fc.constantFrom(...READERS),
      things: fc.uniqueArray(fc.constantFrom(...THINGS), { minLength: 1 }),
      isPublic: fc.boolean(),
      wait,
      fails: fc.nat({ max: 5 }).map((number) => number === 0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      thing: fc.constantFrom(...THINGS),
      wait,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('age' as const), seconds: fc.nat({ max: 12 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'gap' as const }) },
);

const partOf = (isPublic: boolean): KeepablePart => ({
  subgraph: 'rooms',
  id: isPublic ? 'open' : 'own',
  variables: [],
  types: [],
  maxAge: MAX_AGE,
  scope: isPublic ? 'PUBLIC' : 'PRIVATE',
});

interface Context {
  readonly who: string;
}

/** A value of a thing, when it stopped being the present one, and whether everybody was told so. */
interface Version {
  overAt: number;
  isTold: boolean;
}

/** Readers and writers at one cache, each as slow as its turn says. */
class World {
  /** What was read although it might not be. */
  readonly wrong: string[] = [];
  fetched = 0;
  #time = 1_000_000;
  readonly #versions = new Map<string, Version[]>(
    THINGS.map((thing) => [thing, [{ overAt: Infinity, isTold: false }]]),
  );
  readonly #store = memoryStore(100_000, 5);
  readonly #inFlight = new InFlight<Map<string, string>>();
  readonly #cache = new KeptAnswers<Context>({
    store: this.#store,
    readerOf: ({ part }, { who }) => (part.scope === 'PUBLIC' ? '' : who),
    tagsOf: ({ entity }: CacheQuestion) => [String(entity?.['id'])],
    now: () => this.#time,
  });

  async take(turns: readonly Turn[]): Promise<void> {
    const running: Promise<void>[] = [];
    for (const each of turns) {
      running.push(this.#turn(each));
      await ticks(1);
    }
    await Promise.all(running);
  }

  async #turn(each: Turn): Promise<void> {
    if (each.kind === 'age') this.#time += each.seconds * 1_000;
    else if (each.kind === 'gap') await this.#store.clear();
    else if (each.kind === 'write') await this.#write(each);
    else await this.#read(each);
  }

  /** Written at once, told of later, as events are. */
  async #write({ thing, wait: late }: Turn & { kind: 'write' }): Promise<void> {
    const versions = this.#versions.get(thing) ?? [];
    const before = versions.at(-1);
    versions.push({ overAt: Infinity, isTold: false });
    if (before) before.overAt = this.#time;
    await ticks(late);
    await this.#store.change([thing]);
    if (before) before.isTold = true;
  }

  async #read(asked: Turn & { kind: 'read' }): Promise<void> {
    const { who, things, isPublic } = asked;
    const begun = this.#time;
    const told = new Map(things.map((thing) => [thing, this.#lastTold(thing)]));
    const part = partOf(isPublic);
    const questions = things.map((id) => ({ part, key: id, entity: { id } }));
    const lookup = await this.#cache.look(questions, { who });
    const found = things.map((_, index) => lookup?.found[index]?.text);
    const missing = things.filter((_, index) => found[index] === undefined);
    const answers =
      missing.length > 0 ? await this.#fetch(asked, missing, lookup?.since) : new Map();
    if (missing.length > 0) {
      const texts = things.flatMap((thing, index): [number, string][] => {
        const text = answers.get(thing);
        return text === undefined ? [] : [[index, text]];
      });
      lookup?.keep(new Map(texts));
    }
    for (const [index, thing] of things.entries()) {
      const text = found[index] ?? answers.get(thing);
      if (text !== undefined)
        this.#judge(text, { asked, thing, begun, told: told.get(thing) ?? -1 });
    }
  }

  async #fetch(
    { who, isPublic, wait: slow, fails }: Turn & { kind: 'read' },
    things: readonly string[],
    since = 'none',
  ): Promise<Map<string, string>> {
    const owner = isPublic ? 'all' : who;
    const key = [since, owner, ...things].join(' ');
    const work = async (): Promise<Map<string, string>> => {
      this.fetched += 1;
      await ticks(slow);
      const texts = things.map((thing): [string, string] => [
        thing,
        JSON.stringify([owner, thing, (this.#versions.get(thing) ?? []).length - 1]),
      ]);
      await ticks(slow);
      return new Map(fails ? [] : texts);
    };
    return this.#inFlight.share(key, undefined, work);
  }

  #lastTold(thing: string): number {
    return (this.#versions.get(thing) ?? []).findLastIndex(({ isTold }) => isTold);
  }

  #judge(
    text: string,
    {
      asked,
      thing,
      begun,
      told,
    }: { asked: Turn & { kind: 'read' }; thing: string; begun: number; told: number },
  ): void {
    const [owner, about, version] = JSON.parse(text) as [string, string, number];
    if (owner !== (asked.isPublic ? 'all' : asked.who))
      this.wrong.push(`${asked.who} read ${text}`);
    if (about !== thing) this.wrong.push(`${thing} is ${text}`);
    if (version <= told) this.wrong.push(`${text} was read after everybody was told of its change`);
    const overAt = this.#versions.get(thing)?.[version]?.overAt ?? 0;
    if (begun - overAt > MAX_AGE * 1_000) this.wrong.push(`${text} is older than it may be`);
  }
}

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick += 1) await new Promise(setImmediate);
}

it('nobody reads what is another’s, what was told to have changed, or what is too old', async () => {
  let reads = 0;
  let fetched = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 5, maxLength: 40 }), async (turns) => {
      const world = new World();
      await world.take(turns);
      reads += turns.filter(({ kind }) => kind === 'read').length;
      fetched += world.fetched;
      expect(world.wrong).toEqual([]);
    }),
    { numRuns: 500 },
  );
  // Something was kept, or nothing was tried.
  expect(fetched).toBeLessThan(reads * 0.9);
});
