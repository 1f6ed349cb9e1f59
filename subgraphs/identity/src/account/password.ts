import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

interface Cost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's scrypt parameters with 32 MiB of memory: some 0.2 s on a small machine. */
const CURRENT: Cost = { N: 2 ** 15, r: 8, p: 3 };
const KEY_LENGTH = 32;
/** Hashing blocks a thread of libuv's pool of four; the others stay free for files and names. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

function derive(password: string, salt: Buffer, length: number, cost: Cost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, length, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
}

/** Hashes a password with a fresh salt; the result carries its parameters. */
export async function hashPassword(password: string, cost: Cost = CURRENT): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, KEY_LENGTH, cost);
  return `scrypt$${cost.N},${cost.r},${cost.p}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function parse(stored: string): { cost: Cost; salt: Buffer; key: Buffer } | undefined {
  const match = /^scrypt\$(\d+),(\d+),(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored);
  if (!match) return undefined;
  const [, N, r, p, salt = '', key = ''] = match;
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  };
}

const nobody = {
  cost: CURRENT,
  salt: Buffer.alloc(16),
  key: Buffer.alloc(KEY_LENGTH),
};

/**
 * Compares a password with a stored hash in constant time. Without a hash (nobody has that address)
 * it takes as long and answers no. `isOutdated` asks for a new hash with today's parameters.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<{ matches: boolean; isOutdated: boolean }> {
  const known = stored === null ? undefined : parse(stored);
  const { cost, salt, key } = known ?? nobody;
  const given = await derive(password, salt, key.length, cost);
  const matches = timingSafeEqual(given, key) && known !== undefined;
  const isOutdated =
    cost.N !== CURRENT.N ||
    cost.r !== CURRENT.r ||
    cost.p !== CURRENT.p ||
    key.length !== KEY_LENGTH;
  return { matches, isOutdated: matches && isOutdated };
}
