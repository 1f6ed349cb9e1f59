import { Fault } from '@propertea/kernel';
import type { Page } from '../store/index.js';

/** A fact that a room refused until its last try, as an operator sees it: all but its payload. */
export interface DeadLetter {
  /** Its place among those of its room. */
  position: string;
  /** The room that refused it. */
  room: string;
  type: string | null;
  eventId: string | null;
  organizationId: string | null;
  attempts: number;
  reason: string;
  occurredAt: Date | null;
  diedAt: Date;
  correlationId: string | null;
}

export interface DeadLetterFilter {
  room?: string | null | undefined;
  type?: string | null | undefined;
}

export type LetterName = Pick<DeadLetter, 'room' | 'position'>;

/** Single letters, all of a room, or all there are. */
export type DeadLetterChoice =
  | { letters: readonly LetterName[] }
  | { room: string }
  | { all: true };

/** Where the facts lie that a room could not apply; each transport has its own. */
export interface DeadLetters {
  /** A page, the latest first. Throws BAD_USER_INPUT for a cursor that is none. */
  page(
    filter: DeadLetterFilter,
    page: { first: number; after?: string | null | undefined },
  ): Promise<Page<DeadLetter>>;
  /**
   * Gives the letters all their tries again, beginning now; those older than the inbox stay dead, as
   * they could take effect twice. Returns how many.
   */
  replay(choice: DeadLetterChoice): Promise<number>;
  /** Deletes the letters for good. Returns how many. */
  purge(choice: DeadLetterChoice): Promise<number>;
}

/** What names a letter while it is dead: its room and its place there. */
export function letterId({ room, position }: LetterName): string {
  return `${room}.${position}`;
}

/** The letter of an id; undefined for what is none. */
export function letterNamed(id: string): LetterName | undefined {
  const match = /^([a-z][a-z0-9_-]*)\.([0-9a-f]{1,32})$/.exec(id);
  return match?.[1] && match[2] ? { room: match[1], position: match[2] } : undefined;
}

/** Where a page ended: microseconds of death, and the position. */
export interface LetterPlace {
  micros: string;
  position: string;
}

export function cursorOf({ micros, position }: LetterPlace): string {
  return Buffer.from(`${micros}.${position}`).toString('base64url');
}

export function placeOf(cursor: string): LetterPlace {
  const text = Buffer.from(cursor, 'base64url').toString();
  const match = /^(\d{1,18})\.([0-9a-f]{1,32})$/.exec(text);
  if (match?.[1] && match[2]) return { micros: match[1], position: match[2] };
  throw badCursor();
}

export function badCursor(): Fault {
  return new Fault('BAD_USER_INPUT', 'This is no cursor of the list.');
}

/** A text of an envelope as a moment; null where it is none. */
export function momentOf(text: unknown): Date | null {
  const moment = new Date(typeof text === 'string' ? text : '');
  return Number.isNaN(moment.getTime()) ? null : moment;
}
