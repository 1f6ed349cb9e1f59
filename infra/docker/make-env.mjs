// Writes .env for docker compose: fresh secrets, nothing else. Never overwrites one.
import { createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const secret = () => randomBytes(24).toString('base64url');
const loginSecret = secret();
const keys = generateKeyPairSync('ed25519');
const jwk = (key) => JSON.stringify(key.export({ format: 'jwk' }));
/** As RabbitMQ keeps it: salt and SHA-256 of salt and password. */
const hashOf = (password) => {
  const salt = randomBytes(4);
  const digest = createHash('sha256').update(salt).update(password).digest();
  return Buffer.concat([salt, digest]).toString('base64');
};
const variable = (room) => room.toUpperCase().replaceAll('-', '_');
const brokerPassword = secret();
const rooms = readdirSync(new URL('subgraphs', root));

const values = {
  POSTGRES_PASSWORD: secret(),
  // Of the administrator "propertea"; the broker itself gets hashes only.
  RABBITMQ_PASSWORD: brokerPassword,
  RABBITMQ_HASH: hashOf(brokerPassword),
  REDIS_PASSWORD: secret(),
  KEYCLOAK_ADMIN_PASSWORD: secret(),
  DEMO_PASSWORD: secret(),
  OIDC_CLIENT_SECRET: secret(),
  COOKIE_SECRETS: secret() + secret(),
  // What a reader of the processes' metrics sends.
  METRICS_TOKEN: secret(),
  // By which the gateway and portals draw the traces that are kept.
  TRACES_SAMPLER_SECRET: secret(),
  // The migrations give each room's login role a password derived from this one.
  LOGIN_SECRET: loginSecret,
  ...Object.fromEntries(
    rooms.map((room) => [
      `${variable(room)}_LOGIN_PASSWORD`,
      createHmac('sha256', loginSecret).update(`${room}_login`).digest('base64url'),
    ]),
  ),
  ...Object.fromEntries(
    ['gateway', ...rooms].flatMap((user) => {
      const password = secret();
      return [
        [`${variable(user)}_AMQP_PASSWORD`, password],
        [`${variable(user)}_AMQP_HASH`, hashOf(password)],
      ];
    }),
  ),
  ASSERTION_PRIVATE_KEY: jwk(keys.privateKey),
  ASSERTION_PUBLIC_KEY: jwk(keys.publicKey),
};
const text = Object.entries(values).map(([name, value]) => `${name}='${value}'\n`);

const target = process.argv[2] ?? fileURLToPath(new URL('.env', root));
try {
  writeFileSync(target, text.join(''), { flag: 'wx', mode: 0o600 });
  console.log(`Wrote ${target}. DEMO_PASSWORD in it is the password of the people in the realm.`);
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  console.error(`${target} exists and is left as it is; remove it first for new secrets.`);
  process.exitCode = 1;
}
