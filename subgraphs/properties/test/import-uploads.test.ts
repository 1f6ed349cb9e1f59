import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { ImportRoom } from './import-room.js';

/** A machine that does other things as well needs its time for a large file. */
const PATIENCE_MS = 90_000;

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
  let megabytes = 0;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(Buffer.from(head)),
    // Room and sender share this process: such a body must let the room's turn come. It has an end, as nobody
    // stops a stream that is no longer read.
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      controller.enqueue(Buffer.alloc(1024 * 1024, 'x'));
      if (++megabytes >= 64) controller.close();
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
  expect(await said(await post(form(['file', new Blob([])])))).toEqual([
    400,
    'The file is empty. Export the list again and check that it has rows.',
  ]);
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

describe('a file that cannot be a list is refused at the door', () => {
  const HEADER = 'Property Type,Property Name';
  test.each<[string, string | Buffer, number, string, string]>([
    ['nothing', '', 400, 'EMPTY_FILE', 'Export the list again and check that it has rows.'],
    ['blank lines', '\n\r\n', 400, 'EMPTY_FILE', 'Export the list again'],
    ['a header alone', HEADER, 400, 'NO_ROWS', 'Export the list again'],
    [
      'a workbook',
      Buffer.from('504b030414000600', 'hex'),
      415,
      'NOT_TEXT',
      'Save the file as “CSV UTF-8”.',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 415, 'NOT_UTF8', 'Save the file as'],
    ['a program', Buffer.from('7f454c460201010000', 'hex'), 415, 'NOT_TEXT', 'Export the list'],
    [
      'UTF-16',
      Buffer.from(`\ufeff${HEADER}\n1,2`, 'utf16le'),
      415,
      'NOT_UTF8',
      'Save the file as “CSV UTF-8”.',
    ],
    [
      'Latin-1',
      Buffer.from('Property Type,Zócalo\n1,2', 'latin1'),
      415,
      'NOT_UTF8',
      'Line 1 is not UTF-8: byte 0xF3',
    ],
    ['semicolons', 'a;b;c\n1;2;3', 415, 'WRONG_DELIMITER', 'Export the list with commas'],
    ['a broken quotation', `${HEADER}\n"a,b`, 415, 'MALFORMED_CSV', 'quotation marks'],
  ])('%s', async (_, content, status, reason, message) => {
    const before = await house.files();
    const response = await house.upload(admin, content);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({
      errors: [
        {
          message: expect.stringContaining(message),
          extensions: { code: 'BAD_USER_INPUT', reason },
        },
      ],
    });
    expect(await house.files()).toEqual(before);
  });
});

test(
  '30 MB are taken, and what is wrong far down fails the import with the reason and writes nothing',
  async () => {
    const line = `Senior,${'x'.repeat(400)},1 Main St.,60660,Acme,1\n`;
    const good = Buffer.from(
      'Property Type,Property Name,Address,Zip Code,Management Company,Units\n' +
        line.repeat(Math.ceil((30 * 1024 * 1024) / line.length)),
    );
    const outcome = await house.import(
      admin,
      Buffer.concat([good, Buffer.from('Zócalo', 'latin1')]),
    );
    expect(outcome).toMatchObject({
      state: 'FAILED',
      failure: expect.stringContaining('is not UTF-8: byte 0xF3'),
      rowsAccepted: 0,
      rows: {
        nodes: [{ row: null, code: 'NOT_UTF8', suggestion: 'Save the file as “CSV UTF-8”.' }],
      },
    });
    const audits = await house.sql<{ reason: string }>(
      `select reason from properties.audit_entries where action = 'import.failed'`,
    );
    expect(audits[0]?.reason).toBe(outcome.failure);
  },
  PATIENCE_MS,
);

describe('an organization keeps so many files that are neither imported nor discarded', () => {
  const file = 'a,b\n1,2';

  test('20 of them; one that is discarded, imported or old makes room', async () => {
    const someone = staff(newId());
    const ids: string[] = [];
    while (ids.length < 20) ids.push(await house.uploaded(someone, file));
    const refused = await house.upload(someone, file);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message:
            'The organization has 20 uploaded files that are neither imported nor discarded; 20 are the most. Import or discard some of them first.',
          extensions: { code: 'CONFLICT', reason: 'TOO_MANY_UPLOADS' },
        },
      ],
    });
    expect((await house.upload(staff(newId()), file)).status).toBe(201);
    await house.discard(someone, ids[0] ?? '');
    expect((await house.upload(someone, file)).status).toBe(201);
    await house.sql(
      `update properties.imports set created_at = created_at - interval '8 days'
       where organization_id = $1 and id = (select max(id::text)::uuid from properties.imports where organization_id = $1)`,
      [someone.organizationId],
    );
    expect((await house.upload(someone, file)).status).toBe(201);
    const old = await house.sql(
      `select e.reason from properties.imports i join properties.audit_entries e on e.aggregate_id = i.id and e.action = 'import.discarded'
       where i.organization_id = $1 and i.state = 'DISCARDED' and e.reason is not null`,
      [someone.organizationId],
    );
    expect(old).toEqual([{ reason: 'Nobody imported the file within seven days.' }]);
  });

  test('several that arrive at once do not slip through together', async () => {
    const someone = staff(newId());
    const statuses = await Promise.all(
      Array.from({ length: 24 }, async () => (await house.upload(someone, file)).status),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    expect(statuses.filter((status) => status === 409)).toHaveLength(4);
  });

  test('200 MB of them', async () => {
    const someone = staff(newId());
    await house.uploaded(someone, file);
    await house.sql(
      `update properties.imports set file_bytes = 200 * 1024 * 1024 - 100 where organization_id = $1`,
      [someone.organizationId],
    );
    expect(await said(await house.upload(someone, file))).toEqual([201, undefined]);
    const refused = await house.upload(someone, file.padEnd(200, '\n1,2'));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'CONFLICT', reason: 'UPLOADS_TOO_LARGE' } }],
    });
  });
});
