import { randomFillSync } from 'node:crypto';
import { z } from 'zod';
import { formRules } from './form-rule.js';

/** Prefix of every identified type at the edge. A room that adds a type adds its prefix here. */
export const ID_PREFIXES = {
  User: 'user',
  Mail: 'mail',
  Organization: 'org',
  Company: 'comp',
  Member: 'mem',
  Grant: 'grant',
  Invitation: 'inv',
  ViewAs: 'vas',
  ApiClient: 'apicl',
  ApiKey: 'apikey',
  AuditEntry: 'audit',
  Property: 'prop',
  Building: 'bldg',
  Unit: 'unit',
  Import: 'imp',
  RentableUnit: 'runit',
  Lease: 'lease',
  Tenancy: 'tncy',
  Block: 'block',
  LeaseParty: 'party',
  ChargeTemplate: 'chtpl',
  RentChange: 'rchg',
  ChargeLine: 'line',
  RenewalOffer: 'renew',
  MoveChecklist: 'check',
  HoldOverConflict: 'hold',
} as const;

export type IdType = keyof typeof ID_PREFIXES;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const VALUES = new Map([...ALPHABET].map((char, index) => [char, BigInt(index)]));
const ENCODED_LENGTH = 26;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const random = Buffer.alloc(10 * 256);
let used = random.length;
let lastMs = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562 §5.7), lower case with dashes. Ids of one process increase
 * strictly: the 12 bits of rand_a count within a millisecond (§6.2, method 1).
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs++;
    counter = 0;
  }
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const tail = random.subarray(used, used + 8);
  used += 8;
  if (used + 8 > random.length) used = random.length;
  const time = lastMs.toString(16).padStart(12, '0');
  const rand = counter.toString(16).padStart(3, '0');
  const variant = ((tail.readUInt8(0) & 0x3f) | 0x80).toString(16);
  const rest = tail.toString('hex', 1);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rand}-${variant}${rest.slice(0, 2)}-${rest.slice(2)}`;
}

/** Milliseconds since the epoch at which a UUIDv7 was made. */
export function idTime(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/** The edge form of a stored id: `encodeId('Property', uuid)` → `prop_01J9…` (26 characters of Crockford base32). */
export function encodeId(type: IdType, uuid: string): string {
  const hex = uuid.replaceAll('-', '');
  // 26 characters hold 130 bits: the first carries three, the others five each.
  const head = Number.parseInt(hex.slice(0, 2), 16);
  let text = `${ALPHABET[head >>> 5]}${ALPHABET[head & 31]}`;
  // Five hexadecimal digits are four characters; every list makes many ids, so no BigInt here.
  for (let i = 2; i < 32; i += 5) {
    const bits = Number.parseInt(hex.slice(i, i + 5), 16);
    text += `${ALPHABET[bits >>> 15]}${ALPHABET[(bits >>> 10) & 31]}`;
    text += `${ALPHABET[(bits >>> 5) & 31]}${ALPHABET[bits & 31]}`;
  }
  return `${ID_PREFIXES[type]}_${text}`;
}

/** The stored form of an edge id, or undefined where the text is not the canonical id of that type. */
export function decodeId(type: IdType, text: string): string | undefined {
  const prefix = `${ID_PREFIXES[type]}_`;
  if (text.length !== prefix.length + ENCODED_LENGTH || !text.startsWith(prefix)) return undefined;
  let bits = 0n;
  for (const char of text.slice(prefix.length)) {
    const value = VALUES.get(char);
    if (value === undefined) return undefined;
    bits = (bits << 5n) | value;
  }
  if (bits >> 128n) return undefined;
  const hex = bits.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * Parses an edge id of a command's input to its UUID. A malformed id is answered as one that
 * does not exist: nobody learns from an answer whether an id was ever valid.
 */
export function idOf(type: IdType) {
  const schema = z.string().transform((text, context) => {
    const uuid = decodeId(type, text);
    if (uuid !== undefined) return uuid;
    context.issues.push({
      code: 'custom',
      message: notFoundMessage(type),
      input: text.slice(0, 64),
      params: { userErrorCode: 'NOT_FOUND' },
    });
    return z.NEVER;
  });
  return schema.register(formRules, { format: 'id' });
}

/** The one sentence for anything that is not there or may not be seen (R46). */
export function notFoundMessage(type: IdType | string): string {
  return `${type} not found.`;
}
