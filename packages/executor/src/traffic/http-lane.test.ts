import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpSubgraph } from '../fetch/http-subgraph.js';
import { TrafficLane } from './lane.js';
import { trafficRules } from './rules.js';

const answers: { status: number; body: string }[] = [];
const data = { status: 200, body: '{"data":{"a":1}}' };
const absent = { status: 503, body: '<h1>Nobody</h1>' };
let asked = 0;
let server: Server;
let subgraph: ReturnType<typeof httpSubgraph>;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    const { status, body } = answers.shift() ?? data;
    request.resume().once('end', () => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rules = trafficRules({ retries: { count: 2, baseMs: 1, maxMs: 1 } });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  subgraph = httpSubgraph({ name: 'one', url, lane: new TrafficLane(rules) });
});
afterAll(async () => {
  await subgraph.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked = 0;
  answers.length = 0;
});

const ask = (kind: 'query' | 'mutation') =>
  subgraph.execute({ query: '{ a }', variables: {} }, { context: undefined, kind });

it('a query is sent again while somebody says that the subgraph is not there', async () => {
  answers.push(absent, absent);
  expect(await ask('query')).toEqual({ data: { a: 1 } });
  expect(asked).toBe(3);
});

it('an answer with data is an answer, whatever its status, and so is every other status', async () => {
  answers.push({ status: 503, body: data.body });
  expect(await ask('query')).toEqual({ data: { a: 1 } });
  answers.push({ status: 500, body: '{"errors":[{"message":"No."}]}' });
  expect(await ask('query')).toEqual({ errors: [{ message: 'No.' }] });
  expect(asked).toBe(2);
});

it('a mutation is sent once', async () => {
  answers.push(absent);
  await expect(ask('mutation')).rejects.toThrow('503');
  expect(asked).toBe(1);
});
