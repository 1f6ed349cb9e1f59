import { newId } from '@propertea/kernel';
import { checkCatalog, Store, workerSession } from '@propertea/chassis/store';
import { type Send, type TestRoom } from '@propertea/testkit';
import { type Office, registerOffice, startOffice } from './office.js';

let room: TestRoom;
let office: Office;
beforeAll(async () => {
  room = await startOffice();
  office = await registerOffice(room);
});
afterAll(() => room?.stop());

interface Named {
  name: string;
  type: { kind: string; name: string | null; ofType: Named['type'] | null };
}
interface Mutation {
  name: string;
  input: string;
  fields: Named[];
}

/** Every mutation with an input, as the schema declares it. */
async function mutationsOf(send: Send): Promise<Mutation[]> {
  const type = '{ kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
  const { data } = await send(
    `{ __schema { mutationType { fields { name args { name type ${type} } } } types { name inputFields { name type ${type} } } } }`,
  );
  const { mutationType, types } = (data as any).__schema;
  const leaf = (of: Named['type']): string => of.name ?? leaf(of.ofType as Named['type']);
  return mutationType.fields
    .filter(({ args }: { args: Named[] }) => args.length > 0)
    .map(({ name, args }: { name: string; args: Named[] }) => {
      const [first] = args;
      if (!first) throw new Error(`${name} takes no input`);
      const input = leaf(first.type);
      const { inputFields } = types.find((candidate: { name: string }) => candidate.name === input);
      return { name, input, fields: inputFields };
    });
}

const NONSENSE = 'ƒ†«\u202e\u0007"\\'.repeat(70_000);
const system = {
  subject: newId(),
  persona: 'SYSTEM' as const,
  grants: [],
  grantsVersion: 0,
  scopes: [],
};

/** A value for each field that GraphQL itself lets through. */
function filled(fields: Named[], text: string): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const leaf = (of: Named['type']): string => of.name ?? leaf(of.ofType as Named['type']);
      const kind = leaf(type);
      return [name, kind === 'Int' ? 1 : kind === 'Role' ? 'VIEWER' : text];
    }),
  );
}

const ALLOWED = /^(INVALID_INPUT|NOT_FOUND|BAD_USER_INPUT)$/;

it.each([
  ['500 KB of nonsense', NONSENSE],
  ['nothing', ''],
  ['NUL', 'a\0b'],
  ['half a character', '\ud83d'],
  ['a quote', `'); drop table organizations.companies; --`],
])('every mutation refuses %s, in a short answer and without a trace', async (_what, text) => {
  const send = room.as({ ...system, organizationId: office.uuid });
  const mutations = await mutationsOf(send);
  expect(mutations.length).toBeGreaterThan(10);
  const [before] = await room.sql('select count(*)::int as n from organizations.audit_entries');
  for (const { name, input, fields } of mutations) {
    if (name === 'registerOrganization' && text.startsWith("'")) continue;
    const answer = await send(
      `mutation($input: ${input}!) { ${name}(input: $input) { errors { code message path } } }`,
      { input: filled(fields, text) },
    );
    const payload = answer.data?.[name] as
      | { errors: { code: string; path: string[] }[] }
      | null
      | undefined;
    const codes = payload?.errors.map(({ code }) => code) ?? [
      String(answer.errors?.[0]?.extensions?.['code']),
    ];
    expect([name, codes.length > 0, codes.filter((code) => !ALLOWED.test(code))]).toEqual([
      name,
      true,
      [],
    ]);
    expect(JSON.stringify(answer).length).toBeLessThan(3_000);
  }
  expect(await room.sql('select count(*)::int as n from organizations.audit_entries')).toEqual([
    before,
  ]);
});

it('every mutation refuses an input with a field missing, of the wrong type or unknown', async () => {
  const send = office.administrator;
  for (const { name, input, fields } of await mutationsOf(send)) {
    const whole = filled(fields, 'x');
    const required = fields.filter(({ type }) => type.kind === 'NON_NULL');
    expect(required.length).toBeGreaterThan(0);
    const wrong: unknown[] = [null, [], 'x', { ...whole, surplus: 1 }];
    for (const { name: field } of required) {
      const { [field]: _, ...rest } = whole;
      wrong.push(rest, { ...whole, [field]: null }, { ...whole, [field]: { nested: true } });
    }
    for (const value of wrong) {
      const answer = await send(
        `mutation($input: ${input}!) { ${name}(input: $input) { errors { code } } }`,
        { input: value },
      );
      expect([name, answer.errors?.[0]?.extensions?.['code']]).toEqual([name, 'BAD_USER_INPUT']);
    }
  }
});

it('a version beyond what is counted is no version', async () => {
  const mutation = `mutation { changeOrganization(input: { organizationId: "${office.id}", name: "x", version: 2147483648 }) { errors { code } } }`;
  const { errors } = await office.administrator(mutation);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
});

it('R46: no table, policy, key or index of the room lets another organization’s rows show', async () => {
  const store = await Store.open({
    room: 'organizations',
    databaseUrl: room.database.urlFor('organizations'),
    poolMax: 1,
    entities: [],
  });
  const holes = await store.transaction(workerSession('organizations'), (em) =>
    checkCatalog(em, 'organizations'),
  );
  await store.close();
  expect(holes).toEqual([]);
});
