import { composeServices } from '@apollo/composition';
import { SubgraphError } from '@propertea/executor';
import type { Subgraph } from '@propertea/executor';
import type { Logger } from '@propertea/chassis/runtime';
import { ANONYMOUS } from '@propertea/kernel';
import { parse, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../src/executor/executor.js';
import { supergraphExecutor } from '../src/executor/supergraph-executor.js';
import { heapMb } from './heap.js';

/** What a run of swaps under load showed. */
export interface SwapReport {
  asked: number;
  answers: number;
  /** Answers that were not what the caller and the schema of the operation demand. */
  wrong: string[];
  /** What lived before the first swap, after half of them and after all, in MB. */
  heapMb: { before: number; half: number; after: number };
}

/** Version n of a supergraph: `value` is in all of them, each has a field of its own. */
function supergraphOf(version: number): string {
  const typeDefs = parse(
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")
     type Query { who: String value(of: Int!): Int only${version % 4}: String }`,
  );
  const { supergraphSdl } = composeServices([{ name: 'room', url: 'http://room', typeDefs }]);
  return supergraphSdl ?? '';
}

/** Answers by reading the request's own identity; now and then it takes its time. */
const room: Subgraph<RequestContext> = {
  async execute({ query, variables }, { context }) {
    if (query.includes('only')) throw new SubgraphError('not asked for here');
    await new Promise((resolve) => setTimeout(resolve, Number(variables['of']) % 7));
    return { data: { who: context.requestId, value: variables['of'] } };
  },
};

const logger = { debug() {}, info() {}, warn() {}, error() {} } as unknown as Logger;

/** Replaces the supergraph again and again while callers ask, each with a name of its own. */
export async function swapUnderLoad(swaps: number): Promise<SwapReport> {
  const executor = supergraphExecutor(() => room);
  const report: SwapReport = {
    asked: 0,
    answers: 0,
    wrong: [],
    heapMb: { before: 0, half: 0, after: 0 },
  };
  let schema: GraphQLSchema = await executor.load(supergraphOf(0));
  executor.onSchema((next) => (schema = next));
  const source = parse('query ($of: Int!) { who value(of: $of) }');
  const state = { isOver: false };
  const ask = async (caller: number, turn: number): Promise<void> => {
    const of = caller * 1_000_000 + turn;
    const requestId = `caller ${caller}`;
    const began = schema;
    if (validate(began, source).length > 0) report.wrong.push('the operation is not valid');
    const context: RequestContext = {
      identity: ANONYMOUS,
      requestId,
      traceparent: undefined,
      signal: new AbortController().signal,
      logger,
      mutated: new Set(),
    };
    const request = {
      schema: began,
      document: source,
      operationName: undefined,
      variables: { of },
    };
    report.asked += 1;
    const answer = JSON.stringify(await executor.execute(request, context));
    report.answers += 1;
    if (answer !== JSON.stringify({ data: { who: requestId, value: of } })) {
      report.wrong.push(answer);
    }
  };
  const load = Promise.all(
    Array.from({ length: 20 }, async (_, caller) => {
      for (let turn = 0; !state.isOver; turn += 1) await ask(caller, turn);
    }),
  );
  report.heapMb.before = heapMb();
  for (let version = 1; version <= swaps; version += 1) {
    await executor.swap(supergraphOf(version));
    if (version === Math.floor(swaps / 2)) report.heapMb.half = heapMb();
  }
  state.isOver = true;
  await load;
  report.heapMb.after = heapMb();
  await executor.stop();
  return report;
}
