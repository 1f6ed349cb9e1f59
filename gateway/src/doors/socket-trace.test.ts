import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';
import { openSocket } from '../../test/socket-client.js';
import type { SocketAsk } from '../../test/socket-client.js';
import { until } from '../../test/until.js';

const query = 'subscription { renamed { name manager } }';
const traceOf = (digit: string) => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`;
const [ofUpgrade, ofSocket, ofOperation] = [traceOf('a'), traceOf('b'), traceOf('c')];

let house: House;

describe.each([
  ['in one process', false],
  ['over HTTP', true],
])('rooms %s', (_title, overHttp) => {
  beforeAll(async () => {
    house = await startHouse({ overHttp });
  });
  afterAll(() => house.stop());

  it.each<[title: string, socket: SocketAsk, extensions: object, passed: string | undefined]>([
    ['of its own', { init: { traceparent: ofSocket } }, { traceparent: ofOperation }, ofOperation],
    [
      'of its socket',
      { headers: { traceparent: ofUpgrade }, init: { traceparent: ofSocket } },
      { traceparent: 'nonsense' },
      ofSocket,
    ],
    ['of the upgrade', { headers: { traceparent: ofUpgrade } }, {}, ofUpgrade],
    ['of nobody', { init: { traceparent: 7 } }, { traceparent: { no: 'text' } }, undefined],
  ])('a subscription has the trace %s', async (_case, socket, extensions, passed) => {
    const client = await openSocket(house, { as: 'ada', ...socket });
    await client.ask({ query, extensions });
    await until(() => house.state.events.listenerCount('renamed') === 1);
    expect(house.rooms.properties?.seen.at(-1)?.headers['traceparent']).toBe(passed);
    house.state.events.emit('renamed', { id: 'p1', name: 'Oak Court' });
    await client.heard(1);
    expect(house.rooms.organizations?.seen.at(-1)?.headers['traceparent']).toBe(passed);
    client.socket.terminate();
    await until(() => house.state.events.listenerCount('renamed') === 0);
  });
});
