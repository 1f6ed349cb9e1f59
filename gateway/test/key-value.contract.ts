import { randomUUID } from 'node:crypto';
import type { KeyValue } from '../src/key-value/key-value.js';
import { until } from './until.js';

/** What every adapter of the port must do. `open` makes another process's view of the same store. */
export function keyValueContract(open: () => KeyValue): void {
  let here: KeyValue;
  let there: KeyValue;
  let key: string;

  beforeAll(() => {
    here = open();
    there = open();
  });
  afterAll(() => Promise.all([here.close(), there.close()]));
  beforeEach(() => {
    key = `test:${randomUUID()}`;
  });

  it('another process reads what was set, as it was set', async () => {
    const value = `ü"'\\ ${'x'.repeat(20_000)}`;
    await here.set(key, value, 60);
    expect(await there.get(key)).toBe(value);
    await there.set(key, 'second', 60);
    expect(await here.get(key)).toBe('second');
  });

  it('what was never set or is deleted is not there', async () => {
    expect(await here.get(key)).toBeUndefined();
    await here.set(key, 'a', 60);
    await there.delete(key);
    await there.delete(key);
    expect(await here.get(key)).toBeUndefined();
  });

  it('of many that set a value where there is none exactly one does, again once it has expired', async () => {
    const race = (ttl: number) =>
      Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? here : there).setIfAbsent(key, `by ${index}`, ttl),
        ),
      );
    const wins = await race(2);
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await there.get(key)).toBe(`by ${wins.indexOf(true)}`);
    await until(async () => (await here.get(key)) === undefined);
    const again = await race(60);
    expect(again.filter(Boolean)).toHaveLength(1);
    expect(await there.ttl(key)).toBeGreaterThan(50);
    await there.delete(key);
    expect(await here.setIfAbsent(key, 'anew', 60)).toBe(true);
  });

  it('a value ends with its expiry, and setting or touching it starts that anew', async () => {
    await here.set(key, 'a', 1);
    await here.set(`${key}:set`, 'a', 1);
    await here.set(`${key}:set`, 'b', 60);
    await here.set(`${key}:touched`, 'a', 1);
    await here.touch(`${key}:touched`, 60);
    await until(async () => (await there.get(key)) === undefined);
    expect(await there.get(`${key}:set`)).toBe('b');
    expect(await there.get(`${key}:touched`)).toBe('a');
  });

  it('says how long a value has left, and nothing of what is not there', async () => {
    expect(await here.ttl(key)).toBeUndefined();
    await here.set(key, 'a', 60);
    expect(await there.ttl(key)).toBeGreaterThan(50);
    await here.touch(key, 0.2);
    expect(await there.ttl(key)).toBeLessThanOrEqual(0.2);
    await until(async () => (await there.ttl(key)) === undefined);
  });

  it('touching what has expired does not bring it back', async () => {
    await here.set(key, 'a', 0.05);
    await until(async () => (await here.get(key)) === undefined);
    await here.touch(key, 60);
    expect(await here.get(key)).toBeUndefined();
  });

  it('counts each of many simultaneous calls once', async () => {
    const calls = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? here : there).increment(key, 60),
    );
    const counts = await Promise.all(calls);
    expect(counts.toSorted((a, b) => a - b)).toEqual(counts.map((_, index) => index + 1));
  });

  it('a count starts again after its window, which later calls do not extend', async () => {
    const begun = Date.now();
    await here.increment(key, 0.2);
    await here.increment(key, 60);
    await until(async () => (await here.increment(key, 60)) === 1);
    expect(Date.now() - begun).toBeGreaterThan(150);
  });

  it('every process that listens is told, on the channel it listens to', async () => {
    const told: string[] = [];
    const stops = await Promise.all([
      here.subscribe(key, { message: (text) => told.push(`here ${text}`) }),
      there.subscribe(key, { message: (text) => told.push(`there ${text}`) }),
      there.subscribe(`${key}:other`, { message: () => told.push('other') }),
    ]);
    await here.publish(key, 'é 1');
    await until(() => told.length >= 2);
    expect(told.toSorted()).toEqual(['here é 1', 'there é 1']);

    await stops[1]?.();
    await there.publish(key, '2');
    await until(() => told.length >= 3);
    expect(told.toSorted()).toEqual(['here 2', 'here é 1', 'there é 1']);
    await Promise.all(stops.map((stop) => stop()));
  });
}
