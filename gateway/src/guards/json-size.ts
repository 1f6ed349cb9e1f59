import { Fault } from '@propertea/kernel';
import type { ValueLimits } from './values.js';

/** What is shorter is read at once: it cannot cost much. */
const SMALL = 16 * 1024;
/** The body itself, and the value of one of its fields that holds nothing yet. */
const LEVELS_OF_BODY = 2;

/** Bytes of a text that are looked at one by one before its end is searched for. */
const NEAR = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Refuses a body that would be refused once it is read (values.ts), before objects are made of it: of many keys,
 * and of many levels, that takes far longer than looking at its bytes. Whether it is JSON is for others to say.
 * Throws `Fault('COST_LIMIT')`.
 */
export function limitJson(bytes: Buffer, { values, valueDepth }: ValueLimits): void {
  if (bytes.length <= SMALL) return;
  let depth = 0;
  // Of one field of the body.
  let commas = 0;
  for (let at = 0; at < bytes.length; at++) {
    switch (bytes[at]) {
      case QUOTE:
        at = endOfText(bytes, at + 1);
        break;
      case 0x2c: // ,
        commas = depth > 1 ? commas + 1 : 0;
        if (commas >= values) throw tooMuch(`hold more than ${values} values.`);
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > valueDepth + LEVELS_OF_BODY) {
          throw tooMuch(`nest lists and objects deeper than ${valueDepth} levels.`);
        }
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      default:
    }
  }
}

/** Where a text ends that has no end: behind the last byte. */
function endOfText(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const near = Math.min(at + NEAR, bytes.length);
    while (at < near) {
      if (bytes[at] === QUOTE) return at;
      at += bytes[at] === BACKSLASH ? 2 : 1;
    }
    const quote = bytes.indexOf(QUOTE, at);
    if (quote === -1) return bytes.length;
    let backslashes = 0;
    while (quote - backslashes > at && bytes[quote - backslashes - 1] === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return quote;
    at = quote + 1;
  }
}

const tooMuch = (how: string) => new Fault('COST_LIMIT', `The variables or extensions ${how}`);
