import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { createExecutor } from '../../src/index.js';
import { apolloPlanner } from '../../src/plan/apollo-planner.js';
import type { Executor } from '../../src/index.js';
import type { Graph } from '../support/graph.js';
import { onTheWire, plannerOf } from '../support/ours.js';
import type { Answer } from '../support/ours.js';
import { startOracle } from '../support/oracle.js';
import type { Oracle } from '../support/oracle.js';
import type { DrawnOperation } from './draw-operation.js';
import { named, SCALARS } from './model.js';
import type { Model } from './model.js';
import { clientSchema, specified } from './specification.js';
import { graphOf, Stage } from './subgraphs.js';
import { trouble } from './trouble.js';
import type { Trouble } from './trouble.js';
import { candidatesOf, World } from './world.js';

/** One federated graph with everything that answers operations over it. */
export interface Scene {
  readonly model: Model;
  readonly stage: Stage;
  readonly graph: Graph;
  readonly schema: GraphQLSchema;
  readonly executor: Executor<unknown>;
  readonly oracle: Oracle;
  close(): Promise<void>;
}

/** Throws where the subgraphs do not compose. */
export async function openScene(model: Model): Promise<Scene> {
  refuseEmpty(model);
  const stage = new Stage();
  const graph = graphOf(model, stage);
  const { supergraphSdl, subgraph } = graph;
  const oracle = await startOracle(graph);
  const executor = await createExecutor<unknown>({
    supergraphSdl,
    subgraph,
    planner: (sdl) => plannerOf(apolloPlanner(sdl)),
  });
  return {
    model,
    stage,
    graph,
    schema: clientSchema(supergraphSdl),
    executor,
    oracle,
    async close() {
      await executor.stop();
      await oracle.stop();
    },
  };
}

/** Throws where a field leads to an abstract type of which its subgraphs have no type in common. */
function refuseEmpty(model: Model): void {
  const fields = [
    ...model.objects.flatMap((object) => object.fields),
    ...model.interfaces.flatMap(({ object }) => object?.fields ?? []),
  ];
  for (const field of fields) {
    const name = named(field.type);
    if (!SCALARS.includes(name)) candidatesOf(model, field, name);
  }
}

/** An answer, and what happened on the way to it. */
export interface Told extends Answer {
  readonly thrown?: string;
  /** Root fields of mutations in the order in which they ran. */
  readonly log: readonly string[];
  readonly violations: readonly string[];
  readonly requests: readonly { subgraph: string; query: string; variables: unknown }[];
}

/** One operation in one world, as it was answered by the specification, by us and by the oracle. */
export interface Trial {
  readonly model: Model;
  readonly operation: DrawnOperation;
  readonly trouble: Trouble;
  readonly specified: Told;
  readonly ours: Told;
  readonly oracle: Told;
}

export async function tryOut(
  scene: Scene,
  operation: DrawnOperation,
  seed: number,
  kind: Trouble,
): Promise<Trial> {
  const { stage, graph, model } = scene;
  const { source, variables } = operation;
  const document = parse(source);
  const { options, faults } = trouble(kind, model, seed);
  stage.world = new World(model, options);
  graph.faults.clear();
  const respond = () => scene.executor.respond({ document, variables }, {});
  const run = async (answer: () => Promise<Answer>): Promise<Told> => {
    stage.log.length = 0;
    stage.violations.length = 0;
    graph.sent.length = 0;
    const said = await answer().catch((error: Error) => ({ thrown: error.message }));
    const { sent } = graph;
    return { ...said, log: [...stage.log], violations: [...stage.violations], requests: [...sent] };
  };
  const whole = await run(() => specified(scene.schema, stage, document, variables));
  for (const [subgraph, fault] of faults) graph.faults.set(subgraph, fault);
  const ours = await run(async () => JSON.parse((await respond()).body) as Answer);
  // As an object it must be the same, to the byte.
  const again = await run(async () =>
    onTheWire(await scene.executor.execute({ document, variables }, {})),
  );
  const differs = JSON.stringify(again.data) !== JSON.stringify(ours.data);
  const violations = [...ours.violations, ...(differs ? ['text and object differ'] : [])];
  const oracle = await run(() => scene.oracle.execute(document, source, variables));
  return {
    model,
    operation,
    trouble: kind,
    specified: whole,
    ours: { ...ours, violations },
    oracle,
  };
}
