import { REQUEST_ID_HEADER } from '@propertea/kernel';
import { request as httpRequest } from 'node:http';
import { USERS } from '../../test/house.rooms.js';
import { codes, organizationId, read, startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';

describe.each([
  ['in one process', false],
  ['over HTTP', true],
])('paths of rooms %s', (_title, overHttp) => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse({ overHttp, config: { trustedProxies: [] } });
  });
  afterAll(() => house.stop());

  it('files are for those who are signed in', async () => {
    for (const path of ['/uploads/imports', '/downloads/imports/imp_1/rejected.csv']) {
      const answer = await read(await fetch(house.url + path, { method: 'POST', body: 'a' }));
      expect([answer.status, ...codes(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('the room learns who uploads, and may trust nothing that the caller claims', async () => {
    const response = await fetch(`${house.url}/uploads/imports?x=1`, {
      method: 'POST',
      body: 'type,name',
      headers: {
        authorization: `Bearer ${await house.provider.token('ada')}`,
        'x-propertea-assertion': 'forged',
      },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-subject')).toBe(USERS.ada);
    expect(await response.text()).toBe('type,name');
  });

  it('a foreign organization is not found here either', async () => {
    const response = await fetch(`${house.url}/uploads/imports`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await house.provider.token('ada')}`,
        'x-organization-id': organizationId('elm'),
      },
    });
    const answer = await read(response);
    expect([answer.status, ...codes(answer)]).toEqual([404, 'NOT_FOUND']);
  });

  it('bodies pass through as they come, without waiting for their end', async () => {
    const authorization = `Bearer ${await house.provider.token('ada')}`;
    const received = await new Promise<string[]>((resolve, reject) => {
      const parts: string[] = [];
      const upload = httpRequest(
        `${house.url}/uploads/imports`,
        { method: 'POST', headers: { authorization } },
        (response) => {
          response.on('data', (chunk: Buffer) => {
            parts.push(chunk.toString());
            // Only after the first part came back is the second one sent.
            if (parts.length === 1) upload.end('second');
          });
          response.on('end', () => resolve(parts));
        },
      );
      upload.on('error', reject);
      upload.write('first');
    });
    expect(received).toEqual(['first', 'second']);
  });

  it('the provider is reached under the public address and sees no cookie of ours', async () => {
    const response = await fetch(`${house.url}/oidc/.well-known/openid-configuration?a=b`, {
      headers: {
        cookie: 'propertea-session=secret; _session=theirs; propertea-sign-in=secret',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-for': '203.0.113.7',
        'x-propertea-assertion': 'forged',
      },
    });
    const seen = (await response.json()) as { url: string; headers: Record<string, string> };
    const { host } = new URL(house.url);
    expect(seen.url).toBe('/oidc/.well-known/openid-configuration?a=b');
    expect(seen.headers).toMatchObject({
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
    });
    expect(seen.headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$|^::1$/);
    expect(seen.headers.cookie).toBe('_session=theirs');
    expect(seen.headers['x-propertea-assertion']).toBeUndefined();
    expect(response.headers.get(REQUEST_ID_HEADER)).toBeTruthy();
    expect(response.headers.get('content-security-policy')).toBeNull();
  });
});
