import {
  decodeId,
  defineEvent,
  DomainError,
  encodeId,
  EnvError,
  idOf,
  idTime,
  isLocalDate,
  isTimeZone,
  localDateAt,
  newId,
  readEnv,
} from './index.js';
import { z } from 'zod';

describe('ids', () => {
  it('increase strictly within a process, also when the clock stands still', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(1_700_000_000_000));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('carry the time at which they were made', () => {
    const now = Date.now() + 60_000;
    expect(idTime(newId(now))).toBe(now);
  });

  it('survive the way to the edge and back', () => {
    for (const uuid of [
      newId(),
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ]) {
      const text = encodeId('Property', uuid);
      expect(text).toMatch(/^prop_[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(decodeId('Property', text)).toBe(uuid);
      expect(decodeId('Unit', text)).toBeUndefined();
    }
  });

  it.each([
    '',
    'prop_',
    'prop_8ZZZZZZZZZZZZZZZZZZZZZZZZZ',
    'prop_01j9aaaaaaaaaaaaaaaaaaaaaa',
    'x'.repeat(500_000),
  ])('malformed text is no id (%#)', (text) => {
    expect(decodeId('Property', text)).toBeUndefined();
    const parsed = idOf('Property').safeParse(text);
    expect(parsed.error?.issues[0]?.message).toBe('Property not found.');
  });
});

describe('dates', () => {
  it('only days of the calendar are dates', () => {
    expect(['2024-02-29', '2026-12-31'].every(isLocalDate)).toBe(true);
    expect(['2025-02-29', '2026-1-1', '2026-13-01', 'today'].some(isLocalDate)).toBe(false);
  });

  it('an instant is another day in another zone', () => {
    const instant = new Date('2026-01-01T03:00:00Z');
    expect(localDateAt(instant, 'America/Chicago')).toBe('2025-12-31');
    expect(localDateAt(instant, 'Europe/Berlin')).toBe('2026-01-01');
  });

  it('time zones are those of the IANA database', () => {
    expect(isTimeZone('America/Argentina/Buenos_Aires')).toBe(true);
    expect(isTimeZone('Etc/GMT+5')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('+02:00')).toBe(false);
  });
});

it('the environment shows every error at once', () => {
  const read = () =>
    readEnv({ PORT: z.coerce.number().int(), NAME: z.string() }, { PORT: 'x', NAME: '' });
  expect(read).toThrow(EnvError);
  expect(read).toThrow(/PORT: [^]*NAME: is required/);
});

it('an event is named aggregate.what-happened', () => {
  expect(
    defineEvent({ type: 'work-order.sla-breached', version: 2, data: z.object({}) }).type,
  ).toBe('work-order.sla-breached.v2');
  expect(() => defineEvent({ type: 'LeaseActivated', version: 1, data: z.object({}) })).toThrow();
});

it('a domain error keeps every issue', () => {
  const error = DomainError.all([
    { code: 'A', message: 'a', path: ['input', 'x'] },
    { code: 'B', message: 'b', path: [] },
  ]);
  expect(error.issues).toHaveLength(2);
  expect(error).toMatchObject({ code: 'A', message: 'a', path: ['input', 'x'] });
});
