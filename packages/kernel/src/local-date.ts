import { z } from 'zod';
import { formRules } from './form-rule.js';

/** Has a name of its own, so that types made of it can be written into declarations. */
export interface CheckedDay {
  readonly LocalDate: unique symbol;
}

/** A calendar day without time or zone: `2026-02-28`. */
export type LocalDate = string & CheckedDay;

export const localDate = z
  .string()
  .refine(isLocalDate, 'Use a date of the calendar as YYYY-MM-DD.')
  .register(formRules, { format: 'date' })
  .transform((text) => text);

export function isLocalDate(text: string): text is LocalDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day at an instant in an IANA time zone. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format.format(instant) as LocalDate;
}

/** Making one takes longer than a hundred uses; there are some 400 zones, and an unknown one throws. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Beyond it the runtime's own look-up takes minutes. */
const MAX_ZONE_CHARACTERS = 64;

export const timeZone = z
  .string()
  .refine(isTimeZone, {
    error: 'Use a time zone of the IANA database, such as America/Chicago.',
  })
  .register(formRules, { format: 'time-zone', maxLength: MAX_ZONE_CHARACTERS });

export function isTimeZone(name: string): boolean {
  if (name.length > MAX_ZONE_CHARACTERS) return false;
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const DAY_MS = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

function dayOfNumber(number: number): LocalDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** The day so many days later, or earlier where `days` is negative. */
export function addDays(day: string, days: number): LocalDate {
  return dayOfNumber(dayNumber(day) + days);
}

/** How many days lie from `startsOn` on and before `endsBefore`; negative where that is the earlier one. */
export function daysBetween(startsOn: string, endsBefore: string): number {
  return dayNumber(endsBefore) - dayNumber(startsOn);
}

/** 1 to 31. */
export function dayOfMonth(day: string): number {
  return Number(day.slice(8, 10));
}

/** How many days the month of this day has. */
export function daysInMonth(day: string): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** How many months the month of `later` comes after the one of `earlier`, whatever their days are. */
export function monthsBetween(earlier: string, later: string): number {
  return monthNumber(later) - monthNumber(earlier);
}

/**
 * The day `anchor` (1 to 31, the day's own unless given) of the month so many months later, or the last
 * of a month that is shorter. Who goes on from month to month gives the anchor each time, so that
 * 31 comes back after February (R1).
 */
export function addMonths(day: string, months: number, anchor = dayOfMonth(day)): LocalDate {
  const month = monthNumber(day) + months;
  const [year, index] = [Math.floor(month / 12), month % 12];
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, index, Math.min(anchor, last)))
    .toISOString()
    .slice(0, 10) as LocalDate;
}
