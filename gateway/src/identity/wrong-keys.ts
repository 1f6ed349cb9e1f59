import { isIPv6 } from 'node:net';
import { memoryWindows } from '../key-value/memory-windows.js';

/** How many keys that are not known yet may turn out to be wrong, of one address in this process. */
const MOST = { units: 100, seconds: 60 };

export interface Guess {
  /** It was right: takes it back. */
  right(): void;
}

/** Bounds how often the room is asked for keys that somebody makes up. */
export class WrongKeys {
  readonly #windows = memoryWindows();

  /** Counts a guess of an address; undefined where it had too many of them lately. */
  async guess(address: string): Promise<Guess | undefined> {
    const key = networkOf(address);
    const { allowed, slice } = await this.#windows.spend(key, 1, MOST);
    if (!allowed) return undefined;
    return { right: () => void this.#windows.correct(key, slice, -1, MOST) };
  }
}

/** IPv6 is given out by networks of 64 bits, so that one machine has as many addresses as it likes. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
