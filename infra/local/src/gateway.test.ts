import { createLogger } from '@propertea/chassis/runtime';
import { freePort } from '@propertea/postgres';
import { EMBEDDED } from './environment.js';
import { startGatewayOf } from './gateway.js';
import { generateSecrets } from './secrets.js';

it('a REDIS_URL where nothing answers ends the start in one sentence', async () => {
  const [secrets, port] = await Promise.all([generateSecrets(), freePort()]);
  const url = 'http://localhost:4000';
  const start = startGatewayOf({
    secrets,
    environment: { ...EMBEDDED, redisUrl: `redis://:secret@127.0.0.1:${port}` },
    url,
    issuer: `${url}/oidc`,
    uploadDirectory: '/nowhere',
    port: 4000,
    databaseUrl: 'postgres://nobody@127.0.0.1/nothing',
    rooms: [],
    logger: createLogger('test', 'silent'),
  });
  await expect(start).rejects.toMatchObject({
    name: 'Refusal',
    message: `The Redis at 127.0.0.1:${port} (REDIS_URL) cannot be used: nothing answers there; start it, or unset REDIS_URL for the embedded store.`,
  });
});
