import { newId } from '@propertea/kernel';
import { staff, startTestRoom, type TestRoom } from '@propertea/testkit';
import { type KioskStore, openKioskStore } from './kiosk/open-store.js';
import { printPaper } from './kiosk/paper.js';
import { kiosk } from './kiosk/subgraph.js';

const PAPER = { code: 'D1', title: 'Daily' };

describe('somebody who may only read', () => {
  let store: KioskStore;
  beforeAll(async () => {
    store = await openKioskStore();
  });
  afterAll(() => store?.close());

  const reader = { ...staff(newId()), readOnly: true };
  const refused = { code: 'FORBIDDEN', message: expect.stringContaining('view as another member') };

  it('carries out no command, before its input is looked at', async () => {
    for (const input of [PAPER, {}, null]) {
      await expect(store.run(printPaper, input, reader)).rejects.toMatchObject(refused);
    }
    expect(await store.sql('select id from kiosk.papers')).toEqual([]);
    expect(await store.sql('select id from kiosk.audit_entries')).toEqual([]);
  });

  it('carries out what says that it is for readers too', async () => {
    const done = await store.run({ ...printPaper, readersToo: true }, PAPER, reader);
    expect(done).toBeDefined();
    expect(await store.sql('select title from kiosk.papers')).toEqual([{ title: 'Daily' }]);
  });
});

describe('over GraphQL', () => {
  let room: TestRoom;
  beforeAll(async () => {
    room = await startTestRoom(kiosk, {});
  });
  afterAll(() => room?.stop());

  it('who only reads is refused at the top level, and reads', async () => {
    const reader = room.as({ ...staff(newId()), readOnly: true });
    const { errors } = await reader(
      'mutation($input: PrintPaperInput!) { printPaper(input: $input) { id } }',
      { input: PAPER },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' }, path: ['printPaper'] }]);
    const read = await reader('{ papers { totalCount } }');
    expect(read).toEqual({ data: { papers: { totalCount: 0 } } });
  });
});
