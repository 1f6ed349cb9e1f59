import { jest } from '@jest/globals';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import { ROLES, type Role } from '@propertea/kernel';
import type { MadeCompany, MadeMember, OrganizationSeed, Send } from '@propertea/testkit';
import { buildSchema } from 'graphql';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';
import { idIn } from './support/office.js';
import { type Question, questionsOf } from './support/questions.js';
import { type Portfolio, portfolioOf } from './support/two-organizations.js';
import { inTurns } from './support/walk.js';
import { beyond } from './support/within.js';

jest.setTimeout(600_000);

let house: HouseWithGateway;
let target: Portfolio;
let own: Send;
let questions: Question[];
const members: { role: Role; reachKind: string; made: MadeMember }[] = [];

const VIEW_AS = `mutation ($input: ViewAsInput!) {
  viewAs(input: $input) { viewAs { id } errors { code } }
}`;

beforeAll(async () => {
  house = await startHouseWithGateway();
  target = await portfolioOf(house, 'Linden');
  // What no grant on the company of the portfolio shows.
  await target.estate.organization.unit();
  const { organization, ids } = target;
  const reaches: Record<string, Parameters<OrganizationSeed['member']>[1]> = {
    ORGANIZATION: {},
    COMPANY: { company: ids.get('Company') as MadeCompany },
    PROPERTY: { property: await target.estate.property },
  };
  for (const [reachKind, within] of Object.entries(reaches)) {
    for (const role of ROLES) {
      const made = await target.estate.organization.member(role, within);
      members.push({ role, reachKind, made });
    }
  }
  await house.settled();
  own = await house.through(organization.user, organization);
  questions = questionsOf({ name: 'gateway', schema: buildSchema(house.apiSdl) }, target);
});

afterAll(() => house?.stop());

const codesOf = ({ errors }: GraphQLAnswer) => [
  ...new Set(errors?.map(({ extensions }) => extensions?.['code'])),
];

/** Begins a view as the member; `send` is of the administrator. */
async function begin({ id }: { id: string }, send: Send = own): Promise<{ id: string }> {
  const answer = await send(VIEW_AS, { input: { memberId: id, reason: 'A test' } });
  const begun = idIn(answer, 'viewAs', 'viewAs');
  if (begun === undefined) throw new Error(`no view: ${JSON.stringify(answer)}`);
  return { id: begun };
}

const throughEyesOf = async (member: { id: string }): Promise<Send> =>
  house.through(target.organization.user, target.organization, await begin(member));

test('an administrator sees what the member sees, and stays who they are', async () => {
  const lists =
    '{ companies { nodes { id } } properties { nodes { id } } units { nodes { id } totalCount } }';
  const all = await own(lists);
  for (const { role, reachKind, made } of members) {
    const send = await throughEyesOf(made);
    const theirs = await (await house.through(made.user, target.organization))(lists);
    expect(await send(lists)).toEqual(theirs);
    expect(JSON.stringify(theirs) === JSON.stringify(all)).toBe(reachKind === 'ORGANIZATION');
    const { data } = await send(
      '{ viewer { id } currentViewAs { member { id } grants { role reachKind } } }',
    );
    expect(data).toEqual({
      viewer: { id: target.organization.user.id },
      currentViewAs: { member: { id: made.id }, grants: [{ role, reachKind }] },
    });
  }
});

test('each answer is a part of the administrator’s own', async () => {
  const found: string[] = [];
  // What tells with whose eyes one looks says nothing to who has their own.
  const readable = questions.filter(
    ({ kind, name }) => kind !== 'mutation' && name !== 'query currentViewAs',
  );
  // Begun before anything is asked: what is recorded of it is in the log that both read.
  const eyes: { title: string; send: Send }[] = [];
  for (const { role, reachKind, made } of members) {
    eyes.push({ title: `${role} over ${reachKind}`, send: await throughEyesOf(made) });
  }
  await house.settled();
  await inTurns(readable, 4, async (question) => {
    const whole = await own(question.document, question.variables(target));
    for (const { title, send } of eyes) {
      const part = await send(question.document, question.variables(target));
      const more = beyond(part.data, whole.data);
      if (more) found.push(`${question.name} as ${title} ${more}`);
    }
  });
  expect(found).toEqual([]);
  expect(readable.length).toBeGreaterThan(10);
});

test('every mutation of the schema is refused, but the end of it', async () => {
  const member = members.find(({ role }) => role === 'ORGANIZATION_ADMIN') ?? members[0];
  const viewAs = await begin(member?.made ?? { id: '' });
  const send = await house.through(target.organization.user, target.organization, viewAs);
  const writes = questions.filter(({ kind }) => kind === 'mutation');
  const end = writes.find(({ name }) => name === 'mutation endViewAs');
  for (const question of writes.filter((one) => one !== end)) {
    const answer = await send(question.document, question.variables(target));
    expect([question.name, answer.data, codesOf(answer)]).toEqual([
      question.name,
      undefined,
      ['FORBIDDEN'],
    ]);
  }
  expect(writes.length).toBeGreaterThan(25);
  const ended = await send(end?.document ?? '', { input: { viewAsId: viewAs.id } });
  expect(ended.data).toMatchObject({ endViewAs: { viewAs: { id: viewAs.id }, errors: [] } });
  const after = await send('{ viewer { id } }');
  expect([after.data, codesOf(after)]).toEqual([undefined, ['NOT_FOUND']]);
});

test('what the caller loses while they look, they lose there too', async () => {
  const { estate, organization, ids } = target;
  const company = ids.get('Company') as MadeCompany;
  const caller = await estate.organization.member('ORGANIZATION_ADMIN', { company });
  const viewer = await estate.organization.member('VIEWER');
  const callers = await house.through(caller.user, organization);
  // Members are the business of who administers everything.
  const refused = await callers(VIEW_AS, { input: { memberId: viewer.id } });
  expect(codesOf(refused)).toEqual(['FORBIDDEN']);

  const given = await own(
    `mutation ($input: AddGrantInput!) {
      addGrant(input: $input) { member { grants { id reachKind } } }
    }`,
    { input: { memberId: caller.id, role: 'ORGANIZATION_ADMIN' } },
  );
  const payload = given.data?.['addGrant'] as
    | { member: { grants: { id: string; reachKind: string }[] } }
    | undefined;
  const everything = payload?.member.grants.find(({ reachKind }) => reachKind === 'ORGANIZATION');
  const send = await house.through(caller.user, organization, await begin(viewer, callers));
  const seen = '{ companies { totalCount } currentViewAs { grants { role reachKind } } }';
  expect((await send(seen)).data).toEqual({
    ...(await own('{ companies { totalCount } }')).data,
    currentViewAs: { grants: [{ role: 'VIEWER', reachKind: 'ORGANIZATION' }] },
  });

  await own(
    'mutation ($input: RemoveGrantInput!) { removeGrant(input: $input) { errors { code } } }',
    { input: { grantId: everything?.id } },
  );
  expect((await send(seen)).data).toEqual({
    companies: { totalCount: 1 },
    currentViewAs: { grants: [{ role: 'VIEWER', reachKind: 'COMPANY' }] },
  });
});
