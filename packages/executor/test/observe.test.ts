import type { ExecutorObserver, PlanStep, Recorder } from '../src/index.js';
import { ask, start } from './support/ours.js';
import { shop } from './support/shop.js';

const QUERY = 'query Q($more: Boolean!) { me { name reviews @include(if: $more) { body } } }';

test('an observer is told of planning, and of what was planned before', async () => {
  const told: string[] = [];
  const observe: ExecutorObserver = {
    lookedUp: (isKnown) => told.push(isKnown ? 'known' : 'new'),
    planned: (milliseconds, error) => told.push(error ? 'failed' : `planned ${milliseconds >= 0}`),
  };
  const executor = await start(shop(), { observe });
  for (const more of [true, true]) await ask(executor, QUERY, { variables: { more } });
  expect(told).toEqual(['new', 'planned true', 'known']);
});

test('a recorder is told of the plan of its operation, of each fetch and of its end', async () => {
  let plan: readonly PlanStep[] = [];
  const fetches: unknown[] = [];
  const recorder: Recorder = {
    planned: (steps) => (plan = steps),
    fetching: (step, entities) => (end) => fetches.push({ step, entities, ...end }),
  };
  const executor = await start(shop(), {
    recorder: (context) => (context === 'told' ? recorder : undefined),
  });
  await ask(executor, QUERY, { variables: { more: true } });
  expect(fetches).toEqual([]);
  const variables = { more: true };
  const answer = await ask(executor, QUERY, { variables, context: 'told' });
  expect(answer.errors).toBeUndefined();
  expect(plan.map(({ id, after }) => ({ id, after }))).toEqual([
    { id: 0, after: [] },
    { id: 1, after: [0] },
  ]);
  expect(plan[1]).toMatchObject({ kind: 'query', paths: ['me'] });
  expect(plan[1]?.query).toContain('_entities');
  expect(fetches).toEqual([
    { step: 0, entities: 0, bytes: expect.any(Number), isShared: false, error: undefined },
    { step: 1, entities: 1, bytes: expect.any(Number), isShared: false, error: undefined },
  ]);
});
