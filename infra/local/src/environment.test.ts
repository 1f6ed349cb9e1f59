import { EMBEDDED, readEnvironment, refuseProduction } from './environment.js';

it('an empty environment means that everything is embedded', () => {
  expect(readEnvironment({})).toEqual(EMBEDDED);
  expect(readEnvironment({ DATABASE_URL: '' })).toEqual(EMBEDDED);
});

it('each variable replaces its part', () => {
  const environment = readEnvironment({
    DATABASE_URL: 'postgres://me:secret@db:5432/x',
    REDIS_URL: 'redis://cache:6379',
    OIDC_ISSUER: 'https://login.example/realms/x',
    OIDC_CLIENT_SECRET: 'hush',
    SMTP_URL: 'smtp://mail:25',
    TILE_URL: 'https://tiles.example/{z}/{x}/{y}.png',
    TILE_ATTRIBUTION: '© somebody',
  });
  expect(environment).toMatchObject({
    databaseUrl: 'postgres://me:secret@db:5432/x',
    redisUrl: 'redis://cache:6379',
    oidc: {
      issuer: 'https://login.example/realms/x',
      clientId: 'propertea-gateway',
      clientSecret: 'hush',
    },
    smtpUrl: 'smtp://mail:25',
    tiles: { url: 'https://tiles.example/{z}/{x}/{y}.png', attribution: '© somebody' },
  });
});

it('every malformed variable is named at once', () => {
  const attempt = () => readEnvironment({ DATABASE_URL: 'mysql://x', REDIS_URL: 'nonsense' });
  expect(attempt).toThrow(/DATABASE_URL: must be[^]*REDIS_URL: must be/);
});

it('a broker is taken by its URL, and nothing that is none', () => {
  expect(readEnvironment({ AMQP_URL: 'amqp://x' }).amqpUrl).toBe('amqp://x');
  expect(() => readEnvironment({ AMQP_URL: 'http://x' })).toThrow(/AMQP_URL: must be/);
});

it('an issuer without the secret of its client is refused with the way out', () => {
  expect(() => readEnvironment({ OIDC_ISSUER: 'https://x.example' })).toThrow(/OIDC_CLIENT_SECRET/);
});

it('production is refused with every reason', () => {
  const production = readEnvironment({ PROPERTEA_MODE: 'production' });
  expect(() => refuseProduction(production)).toThrow(/OIDC_ISSUER.*DATABASE_URL.*keys/);
  refuseProduction(EMBEDDED);
});
