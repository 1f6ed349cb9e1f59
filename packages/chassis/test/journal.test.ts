import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { type KioskStore, openKioskStore } from './kiosk/open-store.js';
import { changePaper, printPaper, removePaper } from './kiosk/paper.js';

let kiosk: KioskStore;
beforeAll(async () => {
  kiosk = await openKioskStore();
});
afterAll(() => kiosk?.close());

const soldAt = new Date('2026-03-01T10:30:00.123Z');
const printed = {
  code: 'A',
  title: 'Tribune',
  printedOn: '2026-02-28',
  soldAt,
  facts: { pages: 2 },
};

const entries = (id: string) =>
  kiosk.sql(
    `select action, before, after, reason, persona, actor_id, organization_id, request_id
     from kiosk.audit_entries where aggregate_id = $1 order by id`,
    [id],
  );
const facts = (id: string) =>
  kiosk.sql('select type, sequence, data from kiosk.outbox where subject = $1 order by position', [
    id,
  ]);

it('R47: what is created shows every field after and nothing before, with actor and request', async () => {
  const administrator = staff(newId());
  const id = await kiosk.run(printPaper, printed, administrator);
  expect(await entries(id)).toEqual([
    {
      action: 'paper.printed',
      before: null,
      after: expect.objectContaining({
        code: 'A',
        title: 'Tribune',
        copies: 1,
        printedOn: '2026-02-28',
        soldAt: '2026-03-01T10:30:00.123Z',
        facts: { pages: 2 },
      }),
      reason: null,
      persona: 'STAFF',
      actor_id: administrator.subject,
      organization_id: administrator.organizationId,
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ]);
});

it('R47: a change shows the fields that differ, as they were and as they are', async () => {
  const administrator = staff(newId());
  const id = await kiosk.run(printPaper, printed, administrator);
  const later = new Date('2026-04-01T00:00:00.000Z');
  const changes = { title: 'Times', printedOn: null, soldAt: later, facts: { pages: 3 } };
  await kiosk.run(changePaper, { id, version: 1, reason: 'misprint', ...changes }, administrator);
  const [, change] = await entries(id);
  expect(change).toMatchObject({
    reason: 'misprint',
    before: {
      title: 'Tribune',
      printedOn: '2026-02-28',
      soldAt: soldAt.toISOString(),
      facts: { pages: 2 },
    },
    after: { title: 'Times', printedOn: null, soldAt: later.toISOString(), facts: { pages: 3 } },
  });
  expect(Object.keys(change?.['before'] as object)).toHaveLength(4);
  await kiosk.run(changePaper, { id, version: 2, printedOn: '2026-05-05' }, administrator);
  const [, , next] = await entries(id);
  expect(next).toMatchObject({ before: { printedOn: null }, after: { printedOn: '2026-05-05' } });
  expect(Object.keys(next?.['after'] as object)).toEqual(['printedOn']);
});

it('R47: what is removed shows what it was and nothing after; its fact is newer than all before', async () => {
  const administrator = staff(newId());
  const id = await kiosk.run(printPaper, printed, administrator);
  await kiosk.run(changePaper, { id, version: 1, copies: 7 }, administrator);
  await kiosk.run(removePaper, { id }, administrator);
  const removal = (await entries(id)).at(-1);
  expect(removal).toMatchObject({
    action: 'paper.removed',
    before: { code: 'A', copies: 7, printedOn: '2026-02-28', soldAt: soldAt.toISOString() },
    after: null,
  });
  expect(await facts(id)).toEqual([
    { type: 'paper.printed.v1', sequence: 1, data: { title: 'Tribune' } },
    { type: 'paper.removed.v1', sequence: 3, data: { title: 'Tribune' } },
  ]);
});

it('every audit entry goes to the organization’s log as a fact', async () => {
  const administrator = staff(newId());
  const id = await kiosk.run(printPaper, printed, administrator);
  const [recorded] = await kiosk.sql(
    `select data from kiosk.outbox where type = 'audit.recorded.v1' and organization_id = $1`,
    [administrator.organizationId],
  );
  expect(recorded?.['data']).toEqual({
    entries: [
      expect.objectContaining({
        room: 'kiosk',
        aggregateType: 'Paper',
        aggregateId: id,
        action: 'paper.printed',
        before: null,
        actor: { userId: administrator.subject, persona: 'STAFF' },
      }),
    ],
  });
});

it('a stale version is a conflict and changes nothing, also where both changes run at once', async () => {
  const administrator = staff(newId());
  const id = await kiosk.run(printPaper, printed, administrator);
  const results = await Promise.allSettled(
    ['One', 'Two'].map((title) => kiosk.run(changePaper, { id, version: 1, title }, administrator)),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'CONFLICT', path: ['input', 'version'] },
  });
  expect(await entries(id)).toHaveLength(2);
});

it('a violated constraint speaks the room’s words, an unknown one stays a bug', async () => {
  const administrator = staff(newId());
  await kiosk.run(printPaper, printed, administrator);
  await expect(kiosk.run(printPaper, printed, administrator)).rejects.toMatchObject({
    code: 'CODE_TAKEN',
    path: ['input', 'code'],
  });
  await expect(
    kiosk.run(printPaper, { ...printed, code: 'B', printedOn: 'nonsense' }, administrator),
  ).rejects.not.toHaveProperty('issues');
});

it('R46: another organization’s paper is neither found nor taken notice of', async () => {
  const id = await kiosk.run(printPaper, printed, staff(newId()));
  const stranger = staff(newId());
  await expect(
    kiosk.run(changePaper, { id, version: 1, title: 'Mine' }, stranger),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'Paper not found.',
  });
  await expect(kiosk.run(printPaper, printed, stranger)).resolves.toEqual(expect.any(String));
});
