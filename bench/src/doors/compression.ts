import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compressAnswers } from '@propertea/gateway/parts';
import { interleave, type Measurement, measurement } from '../harness.js';
import { type DoorsPart, microseconds } from './stage.js';

/** Of a page of 25, 100 and 1,000 objects. */
const SIZES = [25, 100, 1_000];
const ENCODINGS = { ours: 'br', gzip: 'gzip', 'without: identity': 'identity' };

/** What it takes to answer, with and without compression, one request after the other. */
export const compressionPart: DoorsPart = {
  name: 'compression',
  async run({ quick }) {
    const server = createServer((asked, response) => {
      const objects = Number(asked.headers['x-objects']);
      // As much of Express as the library needs.
      compressAnswers(asked as never, response as never, () => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(answerOf(objects));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const measured: Measurement[] = [];
    for (const objects of SIZES) {
      const bytes: Record<string, number[]> = {};
      const contenders = Object.fromEntries(
        Object.entries(ENCODINGS).map(([name, encoding]) => [
          name,
          () =>
            microseconds(quick ? 20 : 200, async () => {
              (bytes[name] ??= []).push(await ask(port, objects, encoding));
            }),
        ]),
      );
      await interleave(1, contenders);
      const results = await interleave(quick ? 1 : 7, contenders);
      const about = `an answer of ${objects} objects in brotli`;
      measured.push(measurement({ case: about, metric: 'per request', unit: 'µs' }, results));
      measured.push(measurement({ case: about, metric: 'on the wire', unit: 'bytes' }, bytes));
    }
    server.close().closeAllConnections();
    return measured;
  },
};

const answers = new Map<number, string>();

function answerOf(objects: number): string {
  let answer = answers.get(objects);
  if (answer === undefined) {
    const nodes = Array.from({ length: objects }, (_, index) => ({
      id: `unit_01J9${(index * 7_919_191).toString(32).toUpperCase().padStart(22, '0')}`,
      name: `Unit ${index}`,
      floor: index % 12,
      rent: { amountMinor: 80_000 + ((index * 7_919) % 90_000), currency: 'USD' },
      address: { street: `${index} Oak Street`, city: 'Chicago', postalCode: '60601' },
    }));
    answer = JSON.stringify({ data: { units: { nodes } } });
    answers.set(objects, answer);
  }
  return answer;
}

/** Asks, and says how many bytes came back. */
function ask(port: number, objects: number, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding, 'x-objects': String(objects) };
    request({ port, host: '127.0.0.1', headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.once('end', () => resolve(bytes));
    })
      .once('error', reject)
      .end();
  });
}
