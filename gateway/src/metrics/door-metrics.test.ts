import { Metrics } from '@propertea/observability';
import { ANONYMOUS } from '@propertea/kernel';
import { parse } from 'graphql';
import { doorMetrics } from './door-metrics.js';

const document = parse('{ a }');
const caller = { identity: ANONYMOUS };

it('of pairs of operation and client beyond the bound, the client alone is told', async () => {
  const metrics = new Metrics();
  const door = doorMetrics(metrics, { of: () => undefined })('portal');
  const ask = (operation: number, client: number) => {
    const request = door.begin();
    const headers = { 'apollographql-client-name': `c${client}` };
    const id = String(operation).padStart(12, '0');
    request.valid({ admitted: { document, id, introspects: false }, caller, headers });
    request.answered({ data: {} });
  };
  for (let client = 0; client < 6; client += 1) {
    for (let operation = 0; operation < 100; operation += 1) ask(operation, client);
  }
  const lines = (await metrics.text())
    .split('\n')
    .filter((line) => line.startsWith('propertea_gateway_calls_total{'));
  expect(lines).toHaveLength(501);
  expect(lines.filter((line) => line.includes('"other"'))).toEqual([
    'propertea_gateway_calls_total{door="portal",operation="other",client="program c5"} 100',
  ]);
});
