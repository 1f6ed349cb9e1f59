import { type TestRoom } from '@propertea/testkit';
import {
  addMember,
  ask,
  call,
  createCompany,
  type Office,
  registerOffice,
  startOffice,
} from './office.js';

let room: TestRoom;
beforeAll(async () => {
  room = await startOffice();
});
afterAll(() => room?.stop());

interface Administrator {
  memberId: string;
  grantId: string;
  send: ReturnType<TestRoom['as']>;
}

async function administratorsOf(office: Office): Promise<Administrator[]> {
  const { members } = await ask(
    office.administrator,
    '{ members { nodes { id user { id } grants { id role reachKind company { id } } } } }',
  );
  const rows = await room.sql<{ user_id: string }>(
    'select user_id from organizations.members where organization_id = $1 order by created_at, id',
    [office.uuid],
  );
  return members.nodes.map((member: any, index: number) => ({
    memberId: member.id,
    grantId: member.grants[0].id,
    send: office.with('ORGANIZATION_ADMIN', { kind: 'organization' }, rows[index]?.user_id),
  }));
}

const remaining = async (office: Office) => {
  const [row] = await room.sql<{ n: number }>(
    `select count(*)::int as n from organizations.grants
     where organization_id = $1 and role = 'ORGANIZATION_ADMIN' and reach_kind = 'organization'`,
    [office.uuid],
  );
  return row?.n;
};

it('the last administrator can neither leave nor lose the role', async () => {
  const office = await registerOffice(room);
  const [only] = await administratorsOf(office);
  await addMember(room, office, { role: 'PROPERTY_MANAGER' });
  const companyId = await createCompany(office);
  await addMember(room, office, { role: 'ORGANIZATION_ADMIN', companyId });
  const expected = [
    {
      code: 'LAST_ADMINISTRATOR',
      message: 'The organization needs an administrator. Make somebody else one first.',
      path: ['input'],
    },
  ];
  const left = await call(office.administrator, 'removeMember', { memberId: only?.memberId });
  expect(left.payload.errors).toEqual(expected);
  const lost = await call(office.administrator, 'removeGrant', { grantId: only?.grantId });
  expect(lost.payload.errors).toEqual(expected);
  expect(await remaining(office)).toBe(1);
});

it('an administrator leaves once there is another', async () => {
  const office = await registerOffice(room);
  await addMember(room, office, { role: 'ORGANIZATION_ADMIN' });
  const [first] = await administratorsOf(office);
  expect(
    (await call(office.administrator, 'removeMember', { memberId: first?.memberId })).codes,
  ).toEqual([]);
  expect(await remaining(office)).toBe(1);
});

it.each(['removeMember', 'removeGrant'] as const)(
  'two administrators who remove each other at once (%s): exactly one remains',
  async (mutation) => {
    for (let round = 0; round < 5; round++) {
      const office = await registerOffice(room);
      await addMember(room, office, { role: 'ORGANIZATION_ADMIN' });
      const [one, two] = await administratorsOf(office);
      if (!one || !two) throw new Error('two administrators were made');
      const input = (of: Administrator) =>
        mutation === 'removeMember' ? { memberId: of.memberId } : { grantId: of.grantId };
      const answers = await Promise.all([
        call(one.send, mutation, input(two)),
        call(two.send, mutation, input(one)),
      ]);
      expect(answers.map(({ fault }) => fault)).toEqual([undefined, undefined]);
      expect(answers.flatMap(({ codes }) => codes)).toEqual(['LAST_ADMINISTRATOR']);
      expect(await remaining(office)).toBe(1);
    }
  },
);

it('a person does not leave all organizations at once while the last administrator of one', async () => {
  const office = await registerOffice(room);
  const second = await registerOffice(room, 'Second', office.administratorId);
  await addMember(room, second, { role: 'ORGANIZATION_ADMIN' });
  const erase = async () => {
    const { data } = await office.administrator(
      'mutation { eraseMyMemberships { errors { code } } }',
    );
    return (data as Record<string, any>)['eraseMyMemberships'].errors;
  };
  expect(await erase()).toEqual([{ code: 'LAST_ADMINISTRATOR' }]);
  expect([await remaining(office), await remaining(second)]).toEqual([1, 2]);
  await addMember(room, office, { role: 'ORGANIZATION_ADMIN' });
  expect(await erase()).toEqual([]);
  expect([await remaining(office), await remaining(second)]).toEqual([1, 1]);
});
