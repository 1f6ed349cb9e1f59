import { readGatewayEnv } from './env.js';

const complete = {
  ROOMS: '{"identity":"http://127.0.0.1:4011"}',
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'gateway',
  OIDC_CLIENT_SECRET: 'secret',
  ASSERTION_PRIVATE_KEY: '{"kty":"OKP"}',
  COOKIE_SECRETS: 'one, two',
};

it('reads lists, JSON and defaults', () => {
  expect(
    readGatewayEnv({
      ...complete,
      CORS_ORIGINS: 'http://a.example,',
      REDIS_URL: '',
      DEMAND: '{"operationUnits":100}',
    }),
  ).toMatchObject({
    PROPERTEA_MODE: 'development',
    PORT: 4000,
    ROOMS: { identity: 'http://127.0.0.1:4011' },
    COOKIE_SECRETS: ['one', 'two'],
    CORS_ORIGINS: ['http://a.example'],
    TRUSTED_PROXIES: ['loopback'],
    DEMAND: { operationUnits: 100, windowUnits: 50_000, windowSeconds: 60 },
  });
});

it('names everything that is missing or wrong at once', () => {
  expect(() =>
    readGatewayEnv({ ...complete, OIDC_CLIENT_ID: '', ROOMS: '{', PORT: 'http' }),
  ).toThrow(/PORT:[^]*ROOMS: is not JSON[^]*OIDC_CLIENT_ID: is required/);
  expect(() => readGatewayEnv({ ...complete, AMQP_URL: 'http://broker' })).toThrow(/AMQP_URL:/);
  expect(() => readGatewayEnv({ ...complete, DEMAND: '{"windowUnits":10}' })).toThrow(/DEMAND/);
});
