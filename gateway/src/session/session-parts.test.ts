import { createCipher } from './cipher.js';
import { localPath } from './local-path.js';

const site = 'https://propertea.example';

it.each([
  ['/', '/'],
  ['/graphiql?a=b#c', '/graphiql?a=b#c'],
  ['/a/../b', '/b'],
])('returns to %s', (candidate, path) => {
  expect(localPath(candidate, site)).toBe(path);
});

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  'graphiql',
  '',
  '/..//evil.example',
  `/${'a'.repeat(3_000)}`,
  ['/a', '/b'],
  undefined,
])('never returns to %j', (candidate) => {
  expect(localPath(candidate, site)).toBeUndefined();
});

describe('sealed text', () => {
  const [old, now] = ['an old secret of enough characters', 'the new secret of enough characters'];

  it('opens with the secret that sealed it, also after a new one took its place', () => {
    const sealed = createCipher([old]).seal('hello', 'a');
    expect(createCipher([now, old]).open(sealed, 'a')).toBe('hello');
    expect(createCipher([now]).open(sealed, 'a')).toBeUndefined();
  });

  it('does not show its content and is never the same twice', () => {
    const cipher = createCipher([now]);
    expect(cipher.seal('hello', 'a')).not.toBe(cipher.seal('hello', 'a'));
    expect(Buffer.from(cipher.seal('hello', 'a'), 'base64url').toString()).not.toContain('hello');
  });

  it('does not open when altered, cut or put in another place', () => {
    const cipher = createCipher([now]);
    const sealed = cipher.seal('hello', 'a');
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(cipher.open(bytes.toString('base64url'), 'a')).toBeUndefined();
    expect(cipher.open(sealed.slice(0, 20), 'a')).toBeUndefined();
    expect(cipher.open('', 'a')).toBeUndefined();
    expect(cipher.open(sealed, 'b')).toBeUndefined();
  });
});
