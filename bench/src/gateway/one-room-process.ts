import { Pool } from 'undici';
import { median } from '../harness.js';
import { bodyAround, ONE_ROOM, seedOf } from './workload.js';

export interface OneRoomOrder {
  /** Asked in turn. */
  urls: string[];
  rounds: number;
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const [BEFORE, AFTER] = bodyAround(ONE_ROOM);

let serial = 0;

/** The median of each URL. One request at a time, in turn: whatever disturbs the machine disturbs them alike. */
async function run({ urls, rounds }: OneRoomOrder): Promise<number[]> {
  const targets = urls.map((url) => {
    const { origin, pathname: path } = new URL(url);
    return { url, path, pool: new Pool(origin, { connections: 1 }), taken: [] as number[] };
  });
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < targets.length; turn++) {
      const target = targets[(round + turn) % targets.length];
      if (!target) continue;
      const body = BEFORE + seedOf(serial++) + AFTER;
      const sent = performance.now();
      const answer = await target.pool.request({
        path: target.path,
        method: 'POST',
        headers: HEADERS,
        body,
      });
      await answer.body.arrayBuffer();
      if (answer.statusCode !== 200) throw new Error(`${target.url}: ${answer.statusCode}`);
      target.taken.push(performance.now() - sent);
    }
  }
  await Promise.all(targets.map(({ pool }) => pool.close()));
  return targets.map(({ taken }) => median(taken));
}

process.on('message', (order: OneRoomOrder) => {
  run(order).then(
    (medians) => process.send?.({ medians }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });
