import { sessionFor, Store } from '@propertea/chassis/store';
import { newId } from '@propertea/kernel';
import { staff } from '@propertea/testkit';
import { Paper } from './kiosk/paper.js';

it('a database that cannot be reached is an outage, to be tried again', async () => {
  const store = await Store.open({
    room: 'kiosk',
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/nowhere',
    poolMax: 1,
    entities: [Paper],
  });
  await expect(store.begin(sessionFor('kiosk', staff(newId())))).rejects.toMatchObject({
    name: 'Fault',
    code: 'UPSTREAM_UNAVAILABLE',
    message: expect.stringContaining('Nothing was changed; try again'),
  });
  await store.close();
});
