import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { ImportRoom } from './import-room.js';

let house: ImportRoom;
beforeAll(async () => {
  house = await ImportRoom.start();
});
afterAll(() => house?.stop());

const admin = staff(newId());

async function said(response: Response): Promise<[number, string | undefined]> {
  const body = (await response.json()) as { errors?: { message: string }[] };
  return [response.status, body.errors?.[0]?.message];
}

const post = (body: RequestInit['body'], headers: Record<string, string> = {}) =>
  fetch(`${house.url}/uploads/imports`, {
    method: 'POST',
    headers: { ...house.headers(admin), ...headers },
    body,
  });

test('a stored file answers with the id of its import', async () => {
  const response = await house.upload(admin, 'a,b\n1,2', 'Portfolio “May”\u202e.csv');
  expect(response.status).toBe(201);
  const { importId } = (await response.json()) as { importId: string };
  expect(importId).toMatch(/^imp_[0-9A-Z]{26}$/u);
  expect(await house.read(admin, importId)).toMatchObject({
    state: 'UPLOADED',
    fileName: expect.stringContaining('Portfolio “May”'),
    rowsRejected: 0,
    rejectedRowsUrl: null,
  });
});

test('more than 50 MB is refused with 413 and leaves nothing on disk', async () => {
  const before = await house.files();
  expect(await said(await house.upload(admin, Buffer.alloc(50 * 1024 * 1024 + 1, 'x')))).toEqual([
    413,
    'The file is larger than 50 MB. Split it into several files.',
  ]);
  expect(await house.files()).toEqual(before);
});

test('without a declared length the limit holds all the same', async () => {
  const boundary = 'xyz';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    // Room and sender share this process: an endless body must let the room's turn come.
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      controller.enqueue(Buffer.alloc(1024 * 1024, 'x'));
    },
  });
  const control = new AbortController();
  const request = fetch(`${house.url}/uploads/imports`, {
    method: 'POST',
    headers: {
      ...house.headers(admin),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body,
    duplex: 'half',
    signal: control.signal,
  } as RequestInit);
  expect((await said(await request))[0]).toBe(413);
  control.abort();
  expect(await house.partFiles()).toEqual([]);
});

test('what is no single file is refused with 400', async () => {
  const form = (...fields: [string, Blob | string][]) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };
  const file = new Blob(['a,b']);
  const only = 'Send exactly one file, as multipart/form-data in the field "file".';
  expect(await said(await post(form(['note', 'hello'])))).toEqual([400, only]);
  expect(await said(await post(form(['other', file])))).toEqual([400, only]);
  expect(await said(await post(form(['file', file], ['file', file])))).toEqual([400, only]);
  expect(await said(await post(form(['file', new Blob([])])))).toEqual([400, 'The file is empty.']);
  expect((await said(await post('{}', { 'content-type': 'application/json' })))[0]).toBe(400);
  expect(
    (await said(await post('nonsense', { 'content-type': 'multipart/form-data; boundary=x' })))[0],
  ).toBe(400);
  expect(await house.partFiles()).toEqual([]);
});

test('nobody uploads without an assertion, an organization, the right or by GET', async () => {
  const content = 'a,b';
  const bare = new FormData();
  bare.append('file', new Blob([content]));
  expect(
    (await said(await fetch(`${house.url}/uploads/imports`, { method: 'POST', body: bare })))[0],
  ).toBe(401);
  expect(
    (
      await said(
        await house.upload(
          { ...admin, persona: 'PERSON', organizationId: null, grants: [] },
          content,
        ),
      )
    )[0],
  ).toBe(400);
  expect((await said(await house.upload(staff(newId(), 'VIEWER'), content)))[0]).toBe(403);
  expect((await said(await house.upload(staff(newId(), 'ACCOUNTANT'), content)))[0]).toBe(403);
  expect(
    (await said(await fetch(`${house.url}/uploads/imports`, { headers: house.headers(admin) })))[0],
  ).toBe(405);
});

test('R46: an import of another organization is one that does not exist', async () => {
  const importId = await house.uploaded(admin, 'a,b\n1,2');
  const stranger = staff(newId());
  const missing = 'imp_01J9ZZZZZZZZZZZZZZZZZZZZZZ';
  const ask = async (id: string) => [
    await house.ask(stranger, 'query($id: ID!) { import(id: $id) { id } }', { id }),
    await house.request(stranger, id),
    await (
      await fetch(`${house.url}/downloads/imports/${id}/rejected.csv`, {
        headers: house.headers(stranger),
      })
    ).text(),
  ];
  expect(await ask(importId)).toEqual(await ask(missing));
  expect(
    await said(
      await fetch(`${house.url}/downloads/imports/${importId}/rejected.csv`, {
        headers: house.headers(stranger),
      }),
    ),
  ).toEqual([404, 'Import not found.']);
  expect((await fetch(`${house.url}/downloads/imports/${importId}/rejected.csv`)).status).toBe(401);
});

test('a file that makes no sense fails its import with the reason and writes nothing', async () => {
  const outcome = await house.import(admin, Buffer.from('Property Type,Zócalo\n1,2', 'latin1'));
  expect(outcome).toMatchObject({
    state: 'FAILED',
    failure: expect.stringContaining('Line 1 is not UTF-8: byte 0xF3'),
    rows: { nodes: [{ row: null, code: 'NOT_UTF8', suggestion: 'Save the file as “CSV UTF-8”.' }] },
  });
  const audits = await house.sql<{ reason: string }>(
    `select reason from properties.audit_entries where action = 'import.failed'`,
  );
  expect(audits[0]?.reason).toBe(outcome.failure);
});
