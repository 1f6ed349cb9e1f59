import { decodeId, encodeId, type Grant, type Identity, newId, type Role } from '@propertea/kernel';
import {
  person,
  type Send,
  staff,
  startTestRoom,
  type TestRoom,
  type TestRoomOptions,
} from '@propertea/testkit';
import organizations from '../src/subgraph.js';

export const PUBLIC_URL = 'http://localhost:4000';

export const startOffice = (options: TestRoomOptions = {}): Promise<TestRoom> =>
  startTestRoom(organizations, { publicUrl: PUBLIC_URL }, options);

export interface UserError {
  code: string;
  message: string;
  path: string[];
}

/** What a mutation answered: the payload, or the code of the top-level error. */
export interface Answered {
  payload: Record<string, any> & { errors: UserError[] };
  fault: string | undefined;
  codes: string[];
}

/** Sends one mutation with its one input; `selection` is what to read of the payload beside `errors`. */
export async function call(
  send: Send,
  mutation: string,
  input: object,
  selection = '',
): Promise<Answered> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await send(
    `mutation($input: ${type}!) { ${mutation}(input: $input) { ${selection} errors { code message path } } }`,
    { input },
  );
  const payload = (data?.[mutation] ?? { errors: [] }) as Answered['payload'];
  const fault = errors?.[0]?.extensions?.['code'] as string | undefined;
  return { payload, fault, codes: payload.errors.map(({ code }) => code) };
}

/** Sends a query and returns its data, or fails with its first error. */
export async function ask(send: Send, query: string, variables?: Record<string, unknown>) {
  const { data, errors } = await send(query, variables);
  if (errors) throw new Error(`${errors[0]?.message} (${String(errors[0]?.extensions?.['code'])})`);
  return data as Record<string, any>;
}

export const faultOf = async (answer: ReturnType<Send>): Promise<unknown> =>
  (await answer).errors?.[0]?.extensions?.['code'];

/** An organization and its administrator, made as a person makes them. */
export interface Office {
  /** As clients know it. */
  id: string;
  /** As it is stored. */
  uuid: string;
  administratorId: string;
  administrator: Send;
  /** Somebody who stands in it with one grant, by their assertion alone. */
  with(role: Role, reach?: Grant['reach'], subject?: string): Send;
  identity(role: Role, reach?: Grant['reach'], subject?: string): Identity;
}

export async function registerOffice(
  room: TestRoom,
  name = 'Lakeside',
  userId = newId(),
): Promise<Office> {
  const { payload } = await call(
    room.as(person(userId)),
    'registerOrganization',
    { name },
    'organization { id }',
  );
  const id = String(payload['organization'].id);
  const uuid = decodeId('Organization', id) ?? '';
  const identity: Office['identity'] = (role, reach, subject) => staff(uuid, role, reach, subject);
  return {
    id,
    uuid,
    administratorId: userId,
    administrator: room.as(identity('ORGANIZATION_ADMIN', undefined, userId)),
    identity,
    with: (role, reach, subject) => room.as(identity(role, reach, subject)),
  };
}

/** A company of the office; returns its id as clients know it. */
export async function createCompany(office: Office, input: object = {}): Promise<string> {
  const code = newId().slice(-10).toUpperCase();
  const given = { code, name: 'Acme Homes', currency: 'USD', ...input };
  const { payload } = await call(office.administrator, 'createCompany', given, 'company { id }');
  return String(payload['company'].id);
}

/** A person as identity would announce them. */
export async function announcePerson(
  room: TestRoom,
  user: { userId?: string; email?: string; emailVerified?: boolean; name?: string } = {},
  { type = 'user.registered.v1', sequence = 1 } = {},
): Promise<string> {
  const { userId = newId(), emailVerified = true, name = 'Ann Ash' } = user;
  const email = user.email ?? `${userId}@example.com`;
  await deliver(
    room,
    type,
    { userId, email, emailVerified, name },
    { source: 'identity', sequence },
  );
  return userId;
}

/** A property as the room properties would announce it; `companyId` as clients know it. */
export async function announceProperty(
  room: TestRoom,
  office: Office,
  companyId: string,
  { propertyId = newId(), isRetired = false, type = 'property.created.v1', sequence = 1 } = {},
): Promise<string> {
  const data = {
    propertyId,
    organizationId: office.uuid,
    companyId: decodeId('Company', companyId),
    code: 'P1',
    name: 'Elm Court',
    isRetired,
  };
  await deliver(room, type, data, { source: 'properties', sequence, organizationId: office.uuid });
  return propertyId;
}

/** Puts a fact of another room into this room's queue and waits until it was applied. */
export async function deliver(
  room: TestRoom,
  type: string,
  data: object,
  {
    source,
    sequence = 1,
    organizationId = null,
  }: { source: string; sequence?: number; organizationId?: string | null },
): Promise<void> {
  const envelope = {
    specversion: '1.0',
    id: newId(),
    type,
    source: `/rooms/${source}`,
    dataschema: `urn:propertea:events:${type}`,
    subject: newId(),
    sequence,
    time: new Date().toISOString(),
    correlationid: newId(),
    causationid: null,
    organizationid: organizationId,
    traceparent: null,
    data,
  };
  await room.sql(
    `with sent as (insert into bus.deliveries (queue, envelope) values ('organizations', $1))
     select pg_notify('bus', 'organizations')`,
    [JSON.stringify(envelope)],
  );
  await room.settled();
}

/** A member by invitation-free means of the platform; returns ids as clients know them. */
export async function addMember(
  room: TestRoom,
  office: Office,
  grant: { role?: Role; companyId?: string; propertyId?: string; userId?: string } = {},
): Promise<{ userId: string; memberId: string }> {
  const { userId = newId(), role = 'VIEWER', ...reach } = grant;
  const system = room.as({
    subject: null,
    persona: 'SYSTEM',
    organizationId: office.uuid,
    grants: [],
    grantsVersion: 0,
    scopes: [],
  });
  const { payload } = await call(system, 'addMember', { userId, role, ...reach }, 'memberId');
  return { userId, memberId: String(payload['memberId']) };
}

export const unknown = (type: Parameters<typeof encodeId>[0]): string => encodeId(type, newId());

/** An id that was made long ago: nobody waits for its fact to arrive. */
export const longAgo = (): string => `01900000-0000-7000-8000-${newId().slice(-12)}`;
