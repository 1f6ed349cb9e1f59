import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { eventually } from '@propertea/testkit';
import { createCompany, idIn, openOffice } from './support/office.js';
import type { Office } from './support/office.js';
import { newPlace, type Place, type PlatformProcess } from './support/platform-process.js';
import {
  askTraced,
  followTraced,
  startTraceCollector,
  telemetryTo,
  type TraceCollector,
  traceOfRead,
} from './support/trace-collector.js';

jest.setTimeout(200_000);

let place: Place;
let collector: TraceCollector;
let platform: PlatformProcess;
let office: Office;

const CREATE_COMPANY = `mutation ($input: CreateCompanyInput!) {
  createCompany(input: $input) { company { id } errors { code message } }
}`;

beforeAll(async () => {
  [place, collector] = await Promise.all([newPlace(), startTraceCollector()]);
  platform = await place.start({ environment: telemetryTo(collector) });
  office = await openOffice(platform.house, 'Tracy Zanzibar');
  await createCompany(office.send, 'ONE');
  await eventually(() => platform.house.isIdle(), Boolean);
});

afterAll(async () => {
  await place?.clear();
  await collector?.stop();
});

const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);

test('one trace goes from the request over the plan to the statements of every room', async () => {
  const above = ['graphql', '@propertea/gateway', 'http'];
  expect(await traceOfRead(collector, office)).toEqual([
    { table: '"organizations"."companies"', pid: platform.pid, above },
    { table: '"properties"."companies"', pid: platform.pid, above },
  ]);
  const { traceId } = await askTraced(office, '{ properties { nodes { name } totalCount } }');
  const names = await eventually(
    () => spansOf(traceId).map(({ name }) => name),
    (found) => found.includes('POST'),
  );
  expect(names).toEqual(
    expect.arrayContaining(['graphql.parse', 'graphql.validate', 'plan', 'room properties']),
  );
});

test('the trace of a write goes on in the rooms that are told of it', async () => {
  const { traceId, answer } = await askTraced(office, CREATE_COMPANY, {
    variables: { input: { code: 'TWO', name: 'Zanzibar Holding', currency: 'USD' } },
  });
  expect(answer).toMatchObject({ data: { createCompany: { errors: [] } } });
  const written = await eventually(
    () => {
      const spans = spansOf(traceId);
      const effects = spans.filter(({ name }) => name === 'apply company.created.v1');
      return spans.filter(
        ({ parentSpanId, statement }) =>
          /^insert into "?(properties|leasing)/.test(statement) &&
          effects.some(({ spanId }) => spanId === parentSpanId),
      );
    },
    (found) => found.length > 0,
  );
  expect(written[0]?.library).toBe('pg');
});

test('what a subscription asks for hangs from the trace that its client said', async () => {
  const { send } = office;
  const company = idIn(await createCompany(send, 'SUB'), 'createCompany', 'company');
  await eventually(() => platform.house.isIdle(), Boolean);
  const create = (command: string, kind: string, input: object) =>
    send(
      `mutation ($input: ${command[0]?.toUpperCase()}${command.slice(1)}Input!) {
        ${command}(input: $input) { ${kind} { id } errors { code message path } }
      }`,
      { input },
    );
  const address = { line1: '1 Main', city: 'Elm', region: 'IL', postalCode: '1', country: 'US' };
  const place = { jurisdiction: 'US-IL', timeZone: 'America/Chicago', address };
  const property = { ...place, companyId: company, code: 'S1', name: 'S', type: 'MULTIFAMILY' };
  const made = await create('createProperty', 'property', property);
  const propertyId = idIn(made, 'createProperty', 'property');
  const client = await followTraced(office, 'subscription { unitChanged { unit { code } } }');
  await create('createUnit', 'unit', { propertyId, code: 'U1', category: 'OTHER' });
  expect(await client.next).toEqual({ data: { unitChanged: { unit: { code: 'U1' } } } });
  client.close();
  const spans = await eventually(
    () => spansOf(client.traceId),
    (found) =>
      found.some(({ statement }) => statement.includes('"units"')) &&
      found.some(({ name }) => name === 'room properties'),
  );
  const subscribe = spans.find(({ name }) => name === 'subscribe');
  const room = spans.find(({ name }) => name === 'room properties');
  expect([subscribe?.parentSpanId, room?.parentSpanId]).toEqual([client.spanId, subscribe?.spanId]);
});

test('nothing that was typed, and nothing that lets anybody in, is in a span or a line of the log', async () => {
  const cookie = 'propertea-session=zanzibar-cookie-value';
  const literal = '{ companies(filter: { search: "zanzibar-literal" }) { nodes { name } } }';
  await askTraced(office, literal);
  // Refused by the schema, by the person's rights and by the database.
  await askTraced(office, CREATE_COMPANY, { variables: { input: { code: 'zanzibar-code' } } });
  await askTraced(office, '{ viewer { email } }', {
    headers: { authorization: 'Bearer zanzibar-token', cookie, 'x-organization-id': '' },
  });
  await askTraced(office, '{ viewer { email } }', { headers: { authorization: '', cookie } });
  await askTraced(office, '{ zanzibarField }');
  await askTraced(
    office,
    '{ companies(filter: { search: "zanzibar\\u0000nul" }) { nodes { name } } }',
  );
  const key = { authorization: '', 'x-api-key': 'ptk_zanzibar-key' };
  const { traceId } = await askTraced(office, literal, { headers: key });
  await fetch(`${office.url}/auth/callback?code=zanzibar-code&state=zanzibar-state`);
  await fetch(`${office.url}/graphql?organization=zanzibar-query`);
  await eventually(() => spansOf(traceId).length, Boolean);
  expect(await platform.stop()).toBe(0);

  const log = await readFile(join(place.dataDirectory, 'propertea.log'), 'utf8');
  const told = [...collector.texts, log].join('\n');
  expect(told).toContain('/auth/callback');
  const secrets = [
    /zanzibar(?!Field)/i,
    /a tea that nobody guesses/,
    /example\.test/,
    /ptk_/,
    /127\.0\.0\.1:5\d\d\d\d/,
  ];
  for (const secret of [...secrets, office.token]) {
    const at = typeof secret === 'string' ? told.indexOf(secret) : told.search(secret);
    expect(at === -1 ? '' : told.slice(Math.max(0, at - 200), at + 100)).toBe('');
  }
});
