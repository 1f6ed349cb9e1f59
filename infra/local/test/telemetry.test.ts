import { jest } from '@jest/globals';
import { eventually } from '@propertea/testkit';
import { createCompany, openOffice } from './support/office.js';
import { newPlace, type Place } from './support/platform-process.js';
import {
  startTraceCollector,
  telemetryTo,
  type TraceCollector,
  traceOfRead,
} from './support/trace-collector.js';

jest.setTimeout(200_000);

let place: Place;
let collector: TraceCollector;

beforeAll(async () => {
  [place, collector] = await Promise.all([newPlace(), startTraceCollector()]);
});

afterAll(async () => {
  await place?.clear();
  await collector?.stop();
});

test('with a collector named, one trace goes from the request to the statements of every room', async () => {
  const platform = await place.start({ environment: telemetryTo(collector) });
  const office = await openOffice(platform.house, 'Traced');
  await createCompany(office.send, 'ONE');
  await eventually(() => platform.house.isIdle(), Boolean);
  const above = ['graphql', '@propertea/gateway', 'http'];
  expect(await traceOfRead(collector, office)).toEqual([
    { table: '"organizations"."companies"', pid: platform.pid, above },
    { table: '"properties"."companies"', pid: platform.pid, above },
  ]);
  // What people type is nobody's business there.
  expect(JSON.stringify(collector.spans)).not.toContain(office.email);
  expect(await platform.stop()).toBe(0);
});
