import { configSchema } from './config.js';

const { trustedProxies } = configSchema.shape;

it.each(['loopback', 'uniquelocal', '10.0.0.7', '10.0.0.0/8', '::1', 'fd00::/8'])(
  'believes %s what it says of its callers',
  (proxy) => {
    expect(trustedProxies.parse([proxy])).toEqual([proxy]);
  },
);

it.each(['everybody', '10.0.0.0/33', '10.0.0.0/8/8', '300.1.1.1', 'fd00::/129', ''])(
  'a proxy called "%s" ends the start with a reason',
  (proxy) => {
    expect(() => trustedProxies.parse([proxy])).toThrow(/an address, a network or one of loopback/);
  },
);

const { sockets } = configSchema.shape;

it('every limit of sockets has a default', () => {
  const limits = Object.values(sockets.parse(undefined));
  expect(limits.length).toBeGreaterThan(0);
  for (const limit of limits) expect(limit).toBeGreaterThan(0);
});

it.each<[object, string]>([
  [{ pingMs: 0 }, 'pingMs'],
  [{ bufferedBytes: -1 }, 'bufferedBytes'],
  [{ socketsPerCaller: 1.5 }, 'socketsPerCaller'],
  [{ socketPerCaller: 3 }, 'socketPerCaller'],
])('%j ends the start with a reason', (given, named) => {
  expect(() => sockets.parse(given)).toThrow(named);
});
