import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startHouse } from '../../test/house.js';
import type { House } from '../../test/house.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.stop());

/** Asks as it is told to, and gives the bytes of the answer as they come. */
function ask(path: string, query: string, accepts?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(accepts !== undefined && { 'accept-encoding': accepts }),
  };
  return new Promise<{ encoding: string | undefined; vary: string | undefined; bytes: Buffer }>(
    (resolve, reject) => {
      const asking = request(`${house.url}${path}`, { method: 'POST', headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('end', () => {
          const { 'content-encoding': encoding, vary } = answer.headers;
          resolve({ encoding, vary, bytes: Buffer.concat(chunks) });
        });
      });
      asking.once('error', reject).end(JSON.stringify({ query }));
    },
  );
}

const LARGE = '{ __schema { types { name fields { name description } } } }';

it.each(['/graphql', '/public/graphql'])(
  'answers of %s are as short as who asks can read them',
  async (path) => {
    const plain = await ask(path, LARGE);
    expect([plain.encoding, plain.bytes.length > 2_048]).toEqual([undefined, true]);
    expect(plain.vary?.toLowerCase()).toContain('accept-encoding');
    for (const [accepts, encoding, read] of [
      ['gzip', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['br;q=0, gzip', 'gzip', gunzipSync],
    ] as const) {
      const packed = await ask(path, LARGE, accepts);
      expect(packed.encoding).toBe(encoding);
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(read(packed.bytes).toString()).toBe(plain.bytes.toString());
    }
    for (const accepts of ['identity', 'zstd', 'nothing', '']) {
      expect((await ask(path, LARGE, accepts)).encoding).toBeUndefined();
    }
  },
);

it('what is short stays as it is', async () => {
  const { encoding, bytes } = await ask('/graphql', '{ notice }', 'br, gzip');
  expect([encoding, bytes.toString()]).toEqual([
    undefined,
    '{"data":{"notice":"open on Mondays"}}',
  ]);
});
