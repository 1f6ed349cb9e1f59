import { join } from 'node:path';
import { createLogger } from '@propertea/chassis/runtime';
import { decodeId, type Identity, newId, systemIdentity } from '@propertea/kernel';
import { EMBEDDED, type House, startHouse, tokenFor } from '@propertea/local';
import { statementsOf } from '@propertea/testkit';
import { z } from 'zod';
import type { Stand } from '../stand.js';
import { median } from '../harness.js';
import { settled } from '../import/organizations.js';
import { type PageData, pageRequest, type Question, ROOM_QUERIES, UNITS } from './page.js';

const EMAIL = 'bench@example.com';
const SMALL = 10;

const stand = JSON.parse(process.argv[2] ?? '') as Pick<
  Stand,
  'adminUrl' | 'secrets' | 'directory'
> & { port: number; cacheEnabled?: boolean };

const house = await startHouse({
  adminUrl: stand.adminUrl,
  secrets: stand.secrets,
  port: stand.port,
  uploadDirectory: join(stand.directory, 'uploads'),
  logger: createLogger('bench', 'error'),
  environment: { ...EMBEDDED, cacheEnabled: stand.cacheEnabled ?? false },
});
const data = await furnish(house);
process.send?.({ ready: data });

process.on('message', (message: Question) => {
  if (message.ask === 'rss') process.send?.({ rss: process.memoryUsage.rss() / 1024 / 1024 });
  if (message.ask === 'rooms') {
    void roomsAlone(house, data, message.times).then((ms) => process.send?.({ ms }));
  }
  if (message.ask === 'statements') {
    const { url, headers, body } = pageRequest(data, message.property);
    const once = async () =>
      void (await (await fetch(url, { method: 'POST', headers, body })).text());
    void statementsOf(once).then((statements) => process.send?.({ statements }));
  }
});
process.once('disconnect', () => void house.stop().then(() => process.exit(0)));

/** An organization with one member, a company, a property of 100 units with a history, and a small one. */
async function furnish(running: House): Promise<PageData> {
  const userId = await createAccount(running);
  const person: Identity = { ...systemIdentity(), subject: userId, persona: 'PERSON' };
  const organization = await create(running, person, 'registerOrganization', 'organization', {
    name: 'Bench',
  });
  const stored = decodeId('Organization', organization) ?? '';
  const staff: Identity = { ...systemIdentity(stored), subject: userId, persona: 'STAFF' };
  const companyId = await create(running, staff, 'createCompany', 'company', {
    code: 'BENCH',
    name: 'Bench',
    currency: 'USD',
  });
  const property = await furnishProperty(running, staff, companyId, 'LARGE', UNITS);
  const smallProperty = await furnishProperty(running, staff, companyId, 'SMALL', SMALL);
  await settled(running);
  return {
    url: running.url,
    token: await tokenFor(running, EMAIL),
    organization,
    property,
    smallProperty,
    stored: { organization: stored, property: decodeId('Property', property) ?? '' },
  };
}

/** Median milliseconds of what the rooms do for one page, called in this process without the gateway. */
async function roomsAlone(
  running: House,
  { stored, ...page }: PageData,
  times: number,
): Promise<number> {
  const staff: Identity = {
    ...systemIdentity(stored.organization),
    persona: 'STAFF',
    subject: newId(),
  };
  const { organization, property } = page;
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const [, answer] = await Promise.all([
      running.ask(
        'organizations',
        { query: ROOM_QUERIES.organizations, variables: { organization } },
        staff,
      ),
      running.ask(
        'properties',
        { query: ROOM_QUERIES.properties, variables: { property, units: UNITS } },
        staff,
      ),
    ]);
    const found = z
      .object({ property: z.object({ company: z.record(z.string(), z.string()) }) })
      .parse(answer.data);
    const variables = { representations: [found.property.company] };
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await running.ask('organizations', { query: ROOM_QUERIES.company, variables }, staff);
    taken.push(performance.now() - before);
  }
  return median(taken);
}

async function createAccount(running: House): Promise<string> {
  const input = { email: EMAIL, name: 'Bench', password: 'no one signs in by it' };
  const query = 'mutation($input: CreateAccountInput!) { createAccount(input: $input) { userId } }';
  const answer = await running.ask('identity', { query, variables: { input } }, systemIdentity());
  return z.object({ createAccount: z.object({ userId: z.string() }) }).parse(answer.data)
    .createAccount.userId;
}

async function furnishProperty(
  running: House,
  staff: Identity,
  companyId: string,
  code: string,
  units: number,
) {
  const address = {
    line1: '1 Main St',
    city: 'Chicago',
    postalCode: '60601',
    region: 'IL',
    country: 'US',
  };
  const facts = {
    companyId,
    code,
    name: code,
    type: 'MULTIFAMILY',
    address,
    jurisdiction: 'US-IL',
    timeZone: 'America/Chicago',
  };
  const propertyId = await create(running, staff, 'createProperty', 'property', facts);
  const buildingId = await create(running, staff, 'createBuilding', 'building', {
    propertyId,
    code: 'A',
    name: 'A',
  });
  for (let number = 1; number <= units; number++) {
    const unit = {
      propertyId,
      buildingId,
      code: `U${number}`,
      category: 'APARTMENT',
      bedrooms: number % 4,
    };
    await create(running, staff, 'createUnit', 'unit', unit);
  }
  return propertyId;
}

async function create(
  running: House,
  identity: Identity,
  mutation: string,
  field: string,
  input: object,
): Promise<string> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const room = ['registerOrganization', 'createCompany'].includes(mutation)
    ? 'organizations'
    : 'properties';
  const document = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${field} { id } errors { message path } } }`;
  const answer = await running.ask(room, { query: document, variables: { input } }, identity);
  const shape = z.object({ [mutation]: z.object({ [field]: z.object({ id: z.string() }) }) });
  const parsed = shape.safeParse(answer.data);
  if (!parsed.success) throw new Error(`${mutation}: ${JSON.stringify(answer)}`);
  return (parsed.data[mutation] as Record<string, { id: string }>)[field]?.id ?? '';
}
