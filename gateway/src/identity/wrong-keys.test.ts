import { networkOf, WrongKeys } from './wrong-keys.js';

it('one machine is one network, however it writes its address', () => {
  for (const [address, network] of [
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:0:1::5', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ] as const) {
    expect(networkOf(address)).toBe(network);
  }
});

it('an address may be wrong a hundred times a minute; who is right is not counted', async () => {
  const wrong = new WrongKeys();
  for (let turn = 0; turn < 300; turn++) (await wrong.guess('203.0.113.1'))?.right();
  for (let turn = 0; turn < 100; turn++) expect(await wrong.guess('203.0.113.1')).toBeDefined();
  expect(await wrong.guess('203.0.113.1')).toBeUndefined();
  expect(await wrong.guess('203.0.113.2')).toBeDefined();
});
