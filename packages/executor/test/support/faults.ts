import type { SubgraphAnswer } from '../../src/index.js';
import { entitiesOf } from './graph.js';
import type { Fault, Graph } from './graph.js';

/** Lets everything that a subgraph says of certain entities be something else. */
export function instead(
  graph: Graph,
  subgraph: string,
  say: (told: any, entity: any) => unknown,
): void {
  graph.faults.set(subgraph, async (request, call) => {
    const answer: any = await graph.answer(subgraph, request, call);
    for (const { key, representations } of entitiesOf(request)) {
      if (!answer.data?.[key]) continue;
      answer.data[key] = representations.map((told, index) => say(told, answer.data[key][index]));
    }
    return answer;
  });
}

/** Lets a subgraph know nothing of the entities with these ids. */
export const forget = (graph: Graph, subgraph: string, ...ids: string[]): void =>
  instead(graph, subgraph, (told, entity) => (ids.includes(told.id) ? null : entity));

/** Lets a field of certain entities fail, as a subgraph reports it: with an error and a null. */
export function failField(graph: Graph, subgraph: string, field: string, ...ids: string[]): void {
  graph.faults.set(subgraph, async (request, call) => {
    const answer: any = await graph.answer(subgraph, request, call);
    for (const { key, representations } of entitiesOf(request)) {
      representations.forEach((told, index) => {
        const entity = answer.data[key][index];
        if (!ids.includes(told.id) || !(field in entity)) return;
        entity[field] = null;
        const error = { message: `${field} is broken`, path: [key, index, field] };
        answer.errors = [...(answer.errors ?? []), error];
      });
    }
    return answer;
  });
}

/** A subgraph that cannot be reached. */
export const down: Fault = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4001'));

/** An answer that a test lets go when it wants to. */
export function held(): {
  fault: Fault;
  asked: Promise<void>;
  release: (answer?: SubgraphAnswer) => void;
} {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<SubgraphAnswer | undefined>();
  return {
    fault: () => {
      asked.resolve();
      return answer.promise;
    },
    asked: asked.promise,
    release: (given) => answer.resolve(given),
  };
}
