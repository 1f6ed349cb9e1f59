import { Metrics } from '@propertea/observability';
import { startHouse } from '../../test/house.js';
import type { Answer, House } from '../../test/house.js';
import { until } from '../../test/until.js';
import { inspectionOf } from './inspection.js';
import { planTree } from './plan-tree.js';

const metrics = new Metrics();
let house: House;

beforeAll(async () => {
  house = await startHouse({ config: { metrics } });
});
afterAll(() => house.stop());

const PAGE = '{ properties { name organization { name } } }';
const told = ({ body }: Answer) =>
  (body as { extensions?: { propertea?: Record<string, unknown> } }).extensions?.propertea;
const ask = (query: string, debug = 'plan, trace, cost') =>
  house.ask(query, { as: 'ada', headers: { 'x-debug': debug } });

it('in development everybody is told plan, trace and cost of their own request', async () => {
  const { body, ...answer } = await ask(PAGE);
  expect(body.data).toBeTruthy();
  expect(told({ body, ...answer })).toEqual({
    plan: {
      isKnown: false,
      steps: [
        {
          id: 0,
          subgraph: 'properties',
          kind: 'query',
          query: expect.stringContaining('properties'),
          paths: [],
          after: [],
          conditions: [],
          next: [
            {
              id: 1,
              subgraph: 'organizations',
              kind: 'query',
              query: expect.stringContaining('_entities'),
              paths: ['properties.@.organization'],
              after: [0],
              conditions: [],
              next: [],
            },
          ],
        },
      ],
    },
    trace: {
      totalMs: expect.any(Number),
      phases: ['parse and validate', 'plan', 'run'].map((name) =>
        expect.objectContaining({ name }),
      ),
      fetches: [
        expect.objectContaining({
          step: 0,
          subgraph: 'properties',
          entities: 0,
          outcome: 'answered',
        }),
        expect.objectContaining({ step: 1, subgraph: 'organizations', entities: 2 }),
      ],
    },
    cost: { estimate: 21, actual: 5 },
  });
  const again = told(await ask(PAGE, 'PLAN'));
  expect(Object.keys(again ?? {})).toEqual(['plan']);
  expect(again?.['plan']).toMatchObject({ isKnown: true });
});

it('a fetch that came with another one, and one that failed, are told as such', async () => {
  const slow = [ask('{ slow }'), ask('{ slow }')];
  await until(async () => /^propertea_gateway_fetches_shared_total\{/m.test(await metrics.text()));
  house.state.release();
  const outcomes = (await Promise.all(slow)).map((answer) => told(answer)?.['trace']);
  expect(outcomes).toEqual(
    expect.arrayContaining(
      ['answered', 'shared'].map((outcome) =>
        expect.objectContaining({ fetches: [expect.objectContaining({ outcome })] }),
      ),
    ),
  );
  house.setDown('properties', true);
  const failed = told(await ask('{ notice }'));
  house.setDown('properties', false);
  expect(failed).toMatchObject({ trace: { fetches: [{ outcome: 'failed', bytes: 0 }] } });
  expect(told(await ask('{ nothing }'))).toMatchObject({ trace: { fetches: [] }, cost: null });
});

it('who does not ask, or may not, gets the plain answer', async () => {
  expect(told(await house.ask(PAGE, { as: 'ada' }))).toBeUndefined();
  const headers = { 'x-debug': 'plan' };
  const request = { headers };
  expect(inspectionOf(request, { isOperator: false }, false)).toBeUndefined();
  expect(inspectionOf(request, { isOperator: true }, false)).toBeDefined();
  // A plan of the public graph names what the contract hides: there it is for operators alone.
  const query = '{ properties { name } }';
  expect(told(await house.ask(query, { as: 'ada', isPublic: true, headers }))).toBeUndefined();
  const operator = await house.ask(query, { as: 'ops', isPublic: true, headers });
  expect(told(operator)).toMatchObject({ plan: { steps: [{ subgraph: 'properties' }] } });
});

it('a step that waits for several stands below the last of them', () => {
  const step = (id: number, after: number[]) => {
    const rest = { subgraph: 's', kind: 'query', query: '', paths: [], conditions: [] } as const;
    return { id, after, ...rest };
  };
  const tree = planTree({ isKnown: true, steps: [step(0, []), step(1, []), step(2, [0, 1])] });
  expect(tree.steps).toMatchObject([
    { id: 0, next: [] },
    { id: 1, next: [{ id: 2, after: [0, 1] }] },
  ]);
});
