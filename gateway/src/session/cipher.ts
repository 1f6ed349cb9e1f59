import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Seals text so that only a holder of the secret can read or change it. */
export interface Cipher {
  /** `context` says what the text is; it must be the same when opened, so texts cannot change places. */
  seal(text: string, context: string): string;
  /** The text, or undefined when it was sealed with no known secret, for another context, or altered. */
  open(sealed: string, context: string): string | undefined;
}

/** AES-256-GCM. The first secret seals, all of them open: so a secret can be replaced in peace. */
export function createCipher(secrets: readonly string[]): Cipher {
  const keys = secrets.map((secret) =>
    Buffer.from(hkdfSync('sha256', secret, '', 'propertea gateway sessions', 32)),
  );
  const [first] = keys;
  if (!first) throw new RangeError('createCipher needs at least one secret');
  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
      for (const key of keys) {
        const text = tryOpen(key, bytes, context);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function tryOpen(key: Buffer, bytes: Buffer, context: string): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
