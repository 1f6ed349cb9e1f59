import { jest } from '@jest/globals';
import { eventually } from '@propertea/testkit';
import { createCompany, openOffice } from './support/office.js';
import { newPlace, type Place } from './support/platform-process.js';
import {
  askTraced,
  startTraceCollector,
  telemetryTo,
  type TraceCollector,
  traceOfRead,
} from './support/trace-collector.js';

jest.setTimeout(600_000);

let place: Place;
let collector: TraceCollector;

beforeEach(async () => {
  [place, collector] = await Promise.all([newPlace(), startTraceCollector()]);
});

afterEach(async () => {
  await place?.clear();
  await collector?.stop();
});

test('the trace goes on in the processes of the rooms', async () => {
  const platform = await place.start({
    arguments: ['--processes'],
    environment: telemetryTo(collector),
  });
  const office = await openOffice(platform.house, 'Traced');
  await createCompany(office.send, 'ONE');
  await eventually(() => platform.house.isIdle(), Boolean);
  const above = ['graphql', 'http', 'undici', '@propertea/gateway', 'http'];
  expect(await traceOfRead(collector, office)).toEqual([
    { table: '"organizations"."companies"', pid: platform.pidOf('organizations'), above },
    { table: '"properties"."companies"', pid: platform.pidOf('properties'), above },
  ]);
  expect(await platform.stop()).toBe(0);
});

test.each([
  ['in one process', []],
  ['as processes', ['--processes']],
])('rooms %s send nothing anywhere unless a collector is named', async (_, options) => {
  // The exporter would take this address, if it were loaded.
  const { OTEL_EXPORTER_OTLP_ENDPOINT, ...others } = telemetryTo(collector);
  const environment = {
    ...others,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces`,
  };
  const platform = await place.start({ arguments: options, environment });
  const office = await openOffice(platform.house, 'Untraced');
  await createCompany(office.send, 'ONE');
  expect(await platform.stop()).toBe(0);
  expect(collector.requests).toBe(0);
});

test('what was answered just before a stop is in the traces of every process', async () => {
  const platform = await place.start({
    portals: true,
    arguments: ['--processes'],
    // Sent by itself long after this test.
    environment: { ...telemetryTo(collector), OTEL_BSP_SCHEDULE_DELAY: '600000' },
  });
  const office = await openOffice(platform.house, 'Hasty');
  const url = platform.house.runtime.portals[0]?.url ?? '';
  const { traceId, answer } = await askTraced({ ...office, url }, '{ companies { totalCount } }');
  expect(answer).toEqual({ data: { companies: { totalCount: 0 } } });
  expect(await platform.stop()).toBe(0);
  const sent = collector.spans.filter((span) => span.traceId === traceId);
  expect(new Set(sent.map(({ service }) => service))).toEqual(
    new Set(['propertea-landlord', 'propertea', 'propertea-organizations']),
  );
});

test('a collector that does not answer costs nobody an answer', async () => {
  await collector.stop();
  const platform = await place.start({ environment: telemetryTo(collector) });
  const office = await openOffice(platform.house, 'Unheard');
  const answer = await createCompany(office.send, 'ONE');
  expect(answer).toMatchObject({ data: { createCompany: { errors: [] } } });
  expect(await platform.stop()).toBe(0);
});
