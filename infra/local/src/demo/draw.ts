import { createHash } from 'node:crypto';

const SEED = 'ProperTea demo';
const BYTES = 6;

/** A number from 0 to below 1 that is the same on every machine for the same words, and looks drawn. */
export function draw(...words: readonly string[]): number {
  const digest = createHash('sha256')
    .update([SEED, ...words].join('\u0000'))
    .digest();
  return digest.readUIntBE(0, BYTES) / 2 ** (8 * BYTES);
}

/** One of the items, by the words. */
export function drawFrom<T>(items: readonly T[], ...words: readonly string[]): T {
  const item = items[Math.floor(draw(...words) * items.length)];
  if (item === undefined) throw new RangeError('Nothing to draw from.');
  return item;
}
