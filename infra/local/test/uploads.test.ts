import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { overHttp } from '@propertea/chassis/runtime';
import { signAccessToken } from '@propertea/identity';
import { ORGANIZATION_HEADER } from '@propertea/kernel';
import { CLIENT_ID } from '../src/settings.js';
import { type HouseWithGateway, startHouseWithGateway } from './support/gateway.js';
import { type Portfolio, portfolioOf } from './support/two-organizations.js';

const MEGABYTE = 1024 * 1024;
const LIST = 'company,Apt No\nACME,1\n';

let house: HouseWithGateway;
let target: Portfolio;
let server: Server;
let token: string;

beforeAll(async () => {
  house = await startHouseWithGateway();
  target = await portfolioOf(house, 'Alder');
  await house.settled();
  const { email, name } = target.organization.user;
  const claims = { sub: email, email, email_verified: true, name };
  const { issuer, secrets } = house.parts;
  token = await signAccessToken(issuer, secrets.issuer, CLIENT_ID, claims);
  server = createServer(house.room('properties').handler);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  await house?.stop();
});

function send(path: string, init: RequestInit): Promise<Response> {
  return fetch(`${house.url}${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${token}`,
      [ORGANIZATION_HEADER]: target.organization.id,
    },
  });
}

function upload(content: string | Buffer): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([content as string]), 'portfolio.csv');
  return send('/uploads/imports', { method: 'POST', body: form });
}

async function refusal(response: Response) {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string; reason?: string } }[];
  };
  const [error] = errors;
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    reason: error?.extensions.reason,
    message: error?.message,
  };
}

describe.each([
  ['in one process', false],
  ['each room in its own', true],
])('%s, files reach the room through the gateway', (_, isApart) => {
  beforeAll(() => {
    const { port } = server.address() as AddressInfo;
    const apart = overHttp('properties', `http://127.0.0.1:${port}`);
    house.reach('properties', isApart ? apart : undefined);
  });

  test('a list is taken, one of 30 MB too', async () => {
    const rows = 'ACME,1\n'.repeat((30 * MEGABYTE) / 7);
    for (const content of [LIST, LIST + rows]) {
      const response = await upload(content);
      expect(response.status).toBe(201);
      expect(await response.json()).toEqual({ importId: expect.stringMatching(/^imp_/u) });
    }
  });

  test.each<[string, string | Buffer, number, string, string]>([
    ['51 MB', Buffer.alloc(51 * MEGABYTE, 'x'), 413, 'FILE_TOO_LARGE', 'Split it'],
    ['nothing', '', 400, 'EMPTY_FILE', 'Export the list again'],
    ['a header alone', 'company,Apt No\n', 400, 'NO_ROWS', 'Export the list again'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 415, 'NOT_TEXT', 'Save the file as'],
    ['binary', Buffer.alloc(MEGABYTE, 0xfe), 415, 'NOT_UTF8', 'Save the file as'],
    ['semicolons', LIST.replaceAll(',', ';;'), 415, 'WRONG_DELIMITER', 'with commas'],
  ])('%s is refused with what to do', async (__, content, status, reason, message) => {
    expect(await refusal(await upload(content))).toEqual({
      status,
      type: expect.stringContaining('application/json'),
      reason,
      message: expect.stringContaining(message),
    });
  });

  test('what is no form is refused', async () => {
    const answer = await send('/uploads/imports', { method: 'POST', body: LIST });
    expect(await refusal(answer)).toMatchObject({ status: 400, reason: 'NOT_A_FORM' });
  });
});
