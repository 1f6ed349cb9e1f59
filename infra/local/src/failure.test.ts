import { EnvError } from '@propertea/kernel';
import { Cleanup } from './cleanup.js';
import { connectDatabase, poolSize } from './database.js';
import { Refusal, sentenceFor } from './failure.js';

const withCode = (code: string, more: object = {}) =>
  Object.assign(new Error('x'), { code, ...more });

describe('a failure becomes one sentence', () => {
  it.each([
    ['a taken port', withCode('EADDRINUSE', { port: 4000 }), /Port 4000 .*--port-base/],
    ['a full disk', withCode('ENOSPC'), /disk is full/],
    ['a full disk of the database', withCode('53100'), /disk is full/],
    ['too few connections', withCode('53300'), /no free connections/],
    ['a wrong environment', new EnvError(['REDIS_URL: must be a URL']), /REDIS_URL: must be a URL/],
    ['a reason of ours', new Refusal('Do this.'), /^Do this\.$/],
    [
      'a reason below another error',
      new Error('outer', { cause: new Refusal('Do it.') }),
      /^Do it\.$/,
    ],
  ])('%s', (_name, error, sentence) => {
    expect(sentenceFor(error)).toMatch(sentence);
  });

  it('a fault of ours keeps its stack', () => {
    expect(sentenceFor(new TypeError('undefined is not a function'))).toBeUndefined();
    expect(sentenceFor('thrown text')).toBeUndefined();
  });
});

it('an unreachable DATABASE_URL is told without its password', async () => {
  await expect(connectDatabase('postgres://me:hush@127.0.0.1:1/house')).rejects.toThrow(
    /127\.0\.0\.1:1\/house.*nothing answers there/,
  );
  await expect(connectDatabase('postgres://me:hush@127.0.0.1:1/house')).rejects.not.toThrow(/hush/);
});

it('all rooms together stay within sixty connections', () => {
  for (let rooms = 3; rooms <= 15; rooms += 1) {
    expect(rooms * (poolSize(rooms, 4) + 1) + 4).toBeLessThanOrEqual(60);
  }
});

it('stopping goes backwards, once, and past a part that fails', async () => {
  const stopped: string[] = [];
  const cleanup = new Cleanup();
  cleanup.add('first', async () => void stopped.push('first'));
  cleanup.add('second', async () => {
    stopped.push('second');
    throw new Error('stuck');
  });
  cleanup.add('third', async () => void stopped.push('third'));
  await expect(cleanup.run()).rejects.toThrow(/second did not stop cleanly/);
  await expect(cleanup.run()).rejects.toThrow(/second/);
  expect(stopped).toEqual(['third', 'second', 'first']);
});
