import { createHmac, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generateAssertionKeys } from '@propertea/chassis/runtime';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { Refusal, hasCode } from './failure.js';

const privateKey = z.looseObject({ kty: z.string(), d: z.string() });
const signingKey = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  alg: z.string(),
  d: z.string(),
});
const publicKey = z.looseObject({ kty: z.string(), x: z.string() });

const secretsSchema = z.object({
  /** Password of the embedded database's superuser. */
  databasePassword: z.string().min(20),
  /** The passwords of all login roles are derived from it. */
  loginSecret: z.string().min(20),
  /** Ed25519; only the gateway gets the private half. */
  assertion: z.object({ privateKey, publicKey }),
  /** Keys of the embedded OpenID provider. */
  issuer: z.object({ keys: z.array(signingKey).min(1) }),
  cookieKeys: z.array(z.string().min(20)).min(1),
  /** Of the gateway as a client of the embedded OpenID provider. */
  clientSecret: z.string().min(20),
});

/** Everything that must stay secret and survive a restart; kept in `keys.json`, readable by its owner only. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Reads the secrets of a data directory, making them at the first start.
 * @throws Refusal when the file is there but damaged: new ones would not fit the kept data.
 */
export async function loadSecrets(dataDirectory: string): Promise<Secrets> {
  const file = join(dataDirectory, 'keys.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Refusal(`The secrets in ${file} cannot be read by this user.`, 1, { cause: error });
  });
  if (text !== undefined) return parseSecrets(text, file);
  const secrets = await generateSecrets();
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
  return secrets;
}

/** New random secrets, as tests want them too. */
export async function generateSecrets(): Promise<Secrets> {
  const issuer = await generateKeyPair('ES256', { extractable: true });
  return secretsSchema.parse({
    databasePassword: randomText(24),
    loginSecret: randomText(32),
    assertion: generateAssertionKeys(),
    issuer: {
      keys: [
        { ...(await exportJWK(issuer.privateKey)), kid: randomText(9), alg: 'ES256', use: 'sig' },
      ],
    },
    cookieKeys: [randomText(32)],
    clientSecret: randomText(32),
  });
}

/** Password of a login role such as `identity_login`. */
export function loginPassword(loginSecret: string, role: string): string {
  return createHmac('sha256', loginSecret).update(role).digest('base64url');
}

/** `databaseUrl` as somebody else: same server and database, the login role of `owner`. */
export function loginUrl(databaseUrl: string, loginSecret: string, owner: string): string {
  const url = new URL(databaseUrl);
  url.username = `${owner}_login`;
  url.password = loginPassword(loginSecret, `${owner}_login`);
  return url.href;
}

function parseSecrets(text: string, file: string): Secrets {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = secretsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    `The secrets in ${file} are damaged; restore the file, or start anew with npm start -- --reset.`,
  );
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
