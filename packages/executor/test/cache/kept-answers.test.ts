import { KeptAnswers, memoryStore } from '../../src/index.js';
import type { CacheQuestion, EntryStore, Executor, Freshness } from '../../src/index.js';
import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';

interface Context {
  readonly who: string;
  readonly served: (Freshness | undefined)[];
}

/** What the subgraphs answer from; each answer says how many times it was asked for. */
const state = { names: new Map<string, string>(), missing: new Set<string>(), count: 0 };

const graph = Graph.of({
  goods: {
    typeDefs: `
      type Query {
        goods(ids: [ID!]!): [Goods!]
        one(id: ID!): Goods @cacheControl(maxAge: 60, scope: PRIVATE)
        countries: [String!] @cacheControl(maxAge: 600)
        news: String
      }
      type Mutation { rename(id: ID!, name: String!): Goods }
      type Goods @key(fields: "id") { id: ID! @cacheControl(maxAge: 60, scope: PRIVATE) weight: Int }
    `,
    resolvers: {
      Query: {
        goods: (_: unknown, { ids }: any) => ids.map((id: string) => ({ id, weight: Number(id) })),
        one: (_: unknown, { id }: any) => (state.missing.has(id) ? null : { id }),
        countries: () => ['NO', 'SE'],
        news: () => `news ${(state.count += 1)}`,
      },
      Mutation: { rename: (_: unknown, { id }: any) => ({ id }) },
    },
  },
  shop: {
    typeDefs: `
      type Goods @key(fields: "id") {
        id: ID! @cacheControl(maxAge: 60, scope: PRIVATE)
        weight: Int @external
        name(in: String = "en"): String @cacheControl(maxAge: 30, scope: PRIVATE)
        made: Place @cacheControl(maxAge: 20)
        postage: Int @requires(fields: "weight") @cacheControl(maxAge: 40)
        stock: Int
        rival: Goods @cacheControl(maxAge: 50)
      }
      type Place { town: String news: Place river: Place @cacheControl(inheritMaxAge: true) }
    `,
    resolvers: {
      Goods: {
        __resolveReference: (told: any) => (state.missing.has(told.id) ? null : told),
        name: ({ id }: any, args: any, { who }: any) =>
          `${state.names.get(id) ?? id} for ${who} in ${args.in}`,
        made: () => ({ town: 'Oslo' }),
        postage: ({ weight }: any) => weight * 10,
        stock: () => 3,
        rival: () => ({ id: 'r' }),
      },
      Place: { river: () => ({ town: 'Akerselva' }), news: () => ({ town: 'none' }) },
    },
  },
});

const GOODS = 'query($ids: [ID!]!) { goods(ids: $ids) { name } }';

let store: EntryStore;
let time: number;
let executor: Executor<Context>;

beforeEach(async () => {
  graph.sent.length = 0;
  graph.faults.clear();
  state.names.clear();
  state.missing.clear();
  time = Date.now();
  store = memoryStore(1_000_000);
  const cache = new KeptAnswers<Context>({
    store,
    readerOf: ({ part }, { who }) =>
      who === 'nobody' ? undefined : part.scope === 'PUBLIC' ? '' : who,
    tagsOf: ({ part, entity }: CacheQuestion) =>
      entity ? [`Goods:${String(entity['id'])}`] : part.types,
    served: ({ served }, freshness) => void served.push(freshness),
    now: () => time,
  });
  executor = await start(graph, { cache });
});

const as = (who: string) => ({ who, served: [] as (Freshness | undefined)[] });
const goods = (ids: string[], who = 'ann') =>
  ask(executor, GOODS, { variables: { ids }, context: as(who) });
const names = async (ids: string[], who?: string) => {
  const { data, errors } = await goods(ids, who);
  return errors ?? data.goods.map(({ name }: any) => name);
};
const asked = () => graph.representations('shop').map(({ id }: any) => id);

describe('entities', () => {
  it('are asked for once, and in part where only some are kept, in the order of the list', async () => {
    expect(await names(['1', '2'])).toEqual(['1 for ann in en', '2 for ann in en']);
    expect(await names(['2', '3', '1', '3'])).toEqual(
      ['2', '3', '1', '3'].map((id) => `${id} for ann in en`),
    );
    expect(await names(['3', '1'])).toHaveLength(2);
    expect(asked()).toEqual(['1', '2', '3']);
  });

  it('are kept for each identity alone, and for nobody where the cache does not say for whom', async () => {
    await names(['1'], 'ann');
    expect(await names(['1'], 'bob')).toEqual(['1 for bob in en']);
    expect(await names(['1'], 'nobody')).toEqual(['1 for nobody in en']);
    expect(await names(['1'], 'nobody')).toEqual(['1 for nobody in en']);
    expect(asked()).toEqual(['1', '1', '1', '1']);
  });

  it('are told apart by arguments, variables, aliases and selections', async () => {
    const query = (fields: string) =>
      ask(
        executor,
        `query${fields.includes('$l') ? '($l: String = "sv")' : ''} { goods(ids: ["1"]) { ${fields} } }`,
        {
          context: as('ann'),
        },
      );
    const one = async (fields: string) => (await query(fields)).data.goods[0];
    expect(await one('name(in: $l)')).toEqual({ name: '1 for ann in sv' });
    expect(await one('name(in: "no")')).toEqual({ name: '1 for ann in no' });
    expect(await one('n: name(in: "no")')).toEqual({ n: '1 for ann in no' });
    expect(await one('a: name(in: "no") b: name(in: "da")')).toEqual({
      a: '1 for ann in no',
      b: '1 for ann in da',
    });
    const variable = async (l: string | null) =>
      (
        await ask(executor, 'query($l: String = "sv") { goods(ids: ["1"]) { name(in: $l) } }', {
          variables: { l },
          context: as('ann'),
        })
      ).data.goods[0].name;
    expect(await variable('fi')).toBe('1 for ann in fi');
    expect(await variable(null)).toBe('1 for ann in null');
    expect(await one('name(in: $l)')).toEqual({ name: '1 for ann in sv' });
  });

  it('are told apart by what they require', async () => {
    const query = 'query($ids: [ID!]!) { goods(ids: $ids) { postage } }';
    for (const ids of [
      ['1', '2'],
      ['2', '5'],
      ['5', '1'],
    ]) {
      const { data } = await ask(executor, query, { variables: { ids }, context: as('ann') });
      expect(data.goods).toEqual(ids.map((id) => ({ postage: Number(id) * 10 })));
    }
    expect(asked()).toEqual(['1', '2', '5']);
  });

  it('are not kept where one selected field is not to be kept', async () => {
    for (const fields of ['name stock', 'made { news { town } }']) {
      graph.sent.length = 0;
      const query = `{ goods(ids: ["1"]) { ${fields} } }`;
      for (let times = 0; times < 2; times += 1) await ask(executor, query, { context: as('ann') });
      expect(asked()).toEqual(['1', '1']);
    }
  });

  it('that are null are asked for again, those beside them are kept', async () => {
    state.missing.add('2');
    expect(await names(['1', '2'])).toEqual(['1 for ann in en', null]);
    state.missing.clear();
    expect(await names(['1', '2'])).toEqual(['1 for ann in en', '2 for ann in en']);
    expect(asked()).toEqual(['1', '2', '2']);
  });

  it('are not kept of an answer with errors, and what is kept is answered beside them', async () => {
    await names(['1']);
    graph.faults.set('shop', async (request, call) => {
      const answer: any = await graph.answer('shop', request, call);
      const error = { message: 'lost', path: ['_entities', 1, 'name'] };
      answer.data._entities[1].name = null;
      return { ...answer, errors: [error] };
    });
    const failed = await goods(['2', '1', '3']);
    expect(failed.data.goods.map(({ name }: any) => name)).toEqual([
      '2 for ann in en',
      '1 for ann in en',
      null,
    ]);
    expect(failed.errors).toMatchObject([{ message: 'lost', path: ['goods', 2, 'name'] }]);
    graph.faults.set('shop', () => Promise.reject(new Error('gone')));
    const gone = await goods(['2', '1', '2']);
    expect(gone.data.goods.map((each: any) => each.name)).toEqual([null, '1 for ann in en', null]);
    expect(gone.errors?.map(({ path }) => path)).toEqual([
      ['goods', 0, 'name'],
      ['goods', 2, 'name'],
    ]);
    graph.faults.clear();
    await names(['1', '2', '3']);
    expect(asked().slice(-2)).toEqual(['2', '3']);
  });

  it('are asked for again after their time, and after a change of what they hang on', async () => {
    await names(['1', '2']);
    state.names.set('1', 'one');
    time += 20_000;
    expect(await names(['1'])).toEqual(['1 for ann in en']);
    await store.change(['Goods:1']);
    expect(await names(['1', '2'])).toEqual(['one for ann in en', '2 for ann in en']);
    time += 10_001;
    state.names.set('2', 'two');
    expect(await names(['1', '2'])).toEqual(['one for ann in en', 'two for ann in en']);
    await store.clear();
    await names(['1', '2']);
    expect(asked()).toEqual(['1', '2', '1', '2', '1', '2']);
  });

  it('whose fetch began before a change are not kept, nor shared with who asks after it', async () => {
    let answerNow = (): void => undefined;
    graph.faults.set('shop', async (request, call) => {
      const answer = await graph.answer('shop', request, call);
      await new Promise<void>((resolve) => (answerNow = resolve));
      return answer;
    });
    const early = names(['1']);
    const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
    await soon();
    graph.faults.clear();
    state.names.set('1', 'one');
    await store.change(['Goods:1']);
    expect(await names(['1'])).toEqual(['one for ann in en']);
    answerNow();
    expect(await early).toEqual(['1 for ann in en']);
    expect(await names(['1'])).toEqual(['one for ann in en']);
  });
});

describe('root fetches', () => {
  it('are kept as a whole, by variables and identity, unless they are null', async () => {
    const one = async (id: string, who: string) =>
      (
        await ask(executor, 'query($id: ID!) { one(id: $id) { id } }', {
          variables: { id },
          context: as(who),
        })
      ).data.one;
    for (const who of ['ann', 'ann', 'bob']) expect(await one('1', who)).toEqual({ id: '1' });
    expect(await one('2', 'ann')).toEqual({ id: '2' });
    expect(graph.requests('goods')).toHaveLength(3);
    state.missing.add('3');
    expect(await one('3', 'ann')).toBeNull();
    state.missing.clear();
    expect(await one('3', 'ann')).toEqual({ id: '3' });
  });

  it('of public data are shared by all, also while they are under way', async () => {
    const query = '{ countries }';
    const all = ['ann', 'bob', 'cid'].map((who) => ask(executor, query, { context: as(who) }));
    for (const { data } of await Promise.all(all))
      expect(data).toEqual({ countries: ['NO', 'SE'] });
    await ask(executor, query, { context: as('dan') });
    expect(graph.requests('goods')).toHaveLength(1);
  });

  it('fail for each caller alone: who waited for one that failed asks for themselves', async () => {
    let fails = 1;
    graph.faults.set('goods', () => (fails-- > 0 ? Promise.reject(new Error('gone')) : undefined));
    const answers = await Promise.all(
      ['ann', 'bob', 'cid'].map((who) => ask(executor, '{ countries }', { context: as(who) })),
    );
    expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
    expect(graph.requests('goods')).toHaveLength(2);
  });

  it('of mutations are not kept, and what follows them is asked for anew', async () => {
    await names(['1']);
    const query = 'mutation { rename(id: "1", name: "one") { name } }';
    for (let times = 0; times < 2; times += 1) await ask(executor, query, { context: as('ann') });
    expect(graph.requests('goods').filter(({ kind }) => kind === 'mutation')).toHaveLength(2);
    expect(asked()).toEqual(['1', '1', '1']);
  });
});

describe('what clients may keep', () => {
  const told = async (query: string, context = as('ann')) => {
    await ask(executor, query, { context });
    return context.served;
  };

  it('is said of each fetch: the least of its fields, private where one of them is', async () => {
    expect(await told('{ one(id: "1") { id made { town river { town } } } }')).toMatchObject([
      { maxAge: 60, scope: 'PRIVATE' },
      { maxAge: 20, scope: 'PUBLIC' },
    ]);
    expect((await told('{ one(id: "1") { made { town } rival { name } } }')).at(-1)).toMatchObject({
      maxAge: 20,
      scope: 'PRIVATE',
    });
    expect(await told('{ countries }')).toMatchObject([{ maxAge: 600, scope: 'PUBLIC' }]);
    expect(await told('{ countries news }')).toEqual([undefined]);
    expect(await told('{ goods(ids: ["1"]) { name } }')).toMatchObject([
      undefined,
      { maxAge: 30, scope: 'PRIVATE' },
    ]);
  });

  it('is what is left of what was kept', async () => {
    await told('{ countries }');
    time += 100_000;
    expect(await told('{ countries }')).toMatchObject([{}, { maxAge: 500, scope: 'PUBLIC' }]);
  });
});
