import { parse } from 'graphql';
import { createExecutor } from '../../src/index.js';
import { Graph } from '../support/graph.js';
import { ask, start } from '../support/ours.js';
import { inParts, merged } from '../support/parts.js';

const TYPES = Array.from({ length: 16 }, (_, index) => `T${index}`);
const PLACES = ['red', 'green', 'blue'];

const node = (index: number) => ({ __typename: TYPES[index % TYPES.length], id: `${index}` });

/** Things of many types are listed by one subgraph, and each of them is known to three others. */
function things(): Graph {
  const known = TYPES.map((name) => `type ${name} implements Node @key(fields: "id") { id: ID! }`);
  const more = PLACES.map((place) => {
    const types = TYPES.map(
      (name) => `
        type ${name} implements Node @key(fields: "id") {
          id: ID! title(long: Boolean = false): String @shareable next: Node @shareable
          own_${name}_${place}: String
        }
      `,
    );
    const resolvers = TYPES.map((name) => {
      const fields = {
        title: ({ id }: any, { long }: any) => `${long ? 'Long title' : 'Title'} ${id}`,
        next: ({ id }: any) => node(Number(id) + 1),
        [`own_${name}_${place}`]: ({ id }: any) => `${place} ${id}`,
      };
      return [name, fields] as const;
    });
    const node_ = 'interface Node { id: ID! title(long: Boolean = false): String next: Node }';
    const typeDefs = `${node_} ${types.join('\n')}`;
    return [place, { typeDefs, resolvers: Object.fromEntries(resolvers) }] as const;
  });
  return Graph.of({
    list: {
      typeDefs: `type Query { nodes: [Node] } interface Node { id: ID! } ${known.join('\n')}`,
      resolvers: { Query: { nodes: () => [0, 1, 17].map(node) } },
    },
    ...Object.fromEntries(more),
  });
}

const title = (index: number) => ({ title: `Title ${index}` });

test('a field of an interface of many types, each known to several subgraphs, is found', async () => {
  const graph = things();
  const executor = await start(graph);
  expect(await ask(executor, '{ nodes { title } }')).toEqual({
    data: { nodes: [title(0), title(1), title(17)] },
  });
  // The list, and what one of the others says of all of it.
  expect(graph.sent).toHaveLength(2);
});

test('so is what is asked below it, at any depth, with fragments, arguments and conditions', async () => {
  const executor = await start(things());
  const query = `
    query ($long: Boolean, $more: Boolean!) {
      nodes {
        __typename
        ...Titles
        ... on T1 { own_T1_green next { own: title } }
        next { title next { id next { next { title } } ... on T3 { own_T3_red } } }
      }
    }
    fragment Titles on Node { id title(long: $long) again: title @include(if: $more) }
  `;
  const answer = await ask(executor, query, { variables: { long: true, more: false } });
  expect(answer.errors).toBeUndefined();
  expect(answer.data.nodes).toEqual(
    [0, 1, 17].map((index) => ({
      __typename: TYPES[index % 16],
      id: `${index}`,
      title: `Long title ${index}`,
      ...(index % 16 === 1 && { own_T1_green: `green ${index}` }),
      next: {
        ...(index % 16 === 1 && { own: `Title ${index + 1}` }),
        ...title(index + 1),
        next: {
          id: `${index + 2}`,
          next: { next: title(index + 4) },
          ...(index % 16 === 1 && { own_T3_red: `red ${index + 2}` }),
        },
      },
    })),
  );
});

test('deferred parts of such fields say what they say at once', async () => {
  const executor = await start(things(), { defer: true });
  const query = '{ nodes { id ... @defer { title next { ... @defer { title } } } } }';
  const parts = await inParts(executor, query);
  expect(parts.length).toBeGreaterThan(1);
  expect(merged(parts)).toEqual(await ask(executor, query));
});

/** Each level asks for the next one twice. */
function doubled(levels: number) {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const next = `F${level + 1}`;
    const below = level === levels - 1 ? 'title' : `...${next} next { ...${next} }`;
    return `fragment F${level} on Node { a${level}: title ${below} }`;
  });
  return parse(`{ nodes { ...F0 } } ${fragments.join(' ')}`);
}

test.each([
  ['what would be too long written out', 12, /takes too long to plan/],
  ['what is too long as it is, in however few words', 30, /asks for too much at once/],
])('%s is refused before it is searched, and the next one is planned', async (_, levels, why) => {
  const { supergraphSdl, subgraph } = things();
  const executor = await createExecutor<unknown>({ supergraphSdl, subgraph });
  try {
    const refused = executor.execute({ document: doubled(levels) }, {});
    const small = executor.execute({ document: parse('{ nodes { id } }') }, {});
    const { errors = [] } = await refused;
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(why);
    expect((await small).data).toEqual({ nodes: [{ id: '0' }, { id: '1' }, { id: '17' }] });
  } finally {
    await executor.stop();
  }
});
