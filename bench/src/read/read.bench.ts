import type { ChildProcess } from 'node:child_process';
import { freePort } from '@propertea/postgres';
import { ask, child, end, messageOf } from '../child.js';
import { type Bench, interleave, type Measurement, measurement } from '../harness.js';
import { type Load, load } from '../load.js';
import { openStand } from '../stand.js';
import { type PageData, pageRequest, type Question } from './page.js';

const CONNECTIONS = [1, 10, 50];

export const readBench: Bench = {
  name: 'read',
  about: 'the property page through the gateway against the same SQL by hand',
  async run({ quick, log }) {
    const stand = await openStand();
    const children: ChildProcess[] = [];
    try {
      const { adminUrl, secrets, directory } = stand;
      const house = child(new URL('house-process.js', import.meta.url), [
        JSON.stringify({ adminUrl, secrets, directory, port: await freePort() }),
      ]);
      children.push(house);
      const { ready: data } = (await messageOf(house)) as { ready: PageData };
      const peer = child(new URL('by-hand.js', import.meta.url), [
        adminUrl,
        data.stored.organization,
        data.stored.property,
      ]);
      children.push(peer);
      const { url: byHand } = (await messageOf(peer)) as { url: string };

      const seconds = quick ? 1 : 4;
      const ours = (connections: number): Load => ({
        ...pageRequest(data, data.property),
        connections,
        seconds,
      });
      const theirs = (path: string, connections: number): Load => ({
        ...ours(connections),
        url: `${byHand}${path}`,
      });
      await load({ ...ours(10), seconds: quick ? 1 : 5 });

      const measured: Measurement[] = [];
      for (const connections of CONNECTIONS) {
        const p50 = async (options: Load): Promise<number> => (await load(options)).p50;
        const alone = async (): Promise<number> => {
          const question: Question = { ask: 'rooms', times: quick ? 50 : 300 };
          return ((await ask(house, question)) as { ms: number }).ms;
        };
        const results = await interleave(quick ? 1 : 3, {
          ours: () => p50(ours(connections)),
          'SQL by hand': () => p50(theirs('/plain', connections)),
          '… in one transaction': () => p50(theirs('/transaction', connections)),
          '… under row-level security': () => p50(theirs('/secured', connections)),
          'our gateway without a room': () =>
            p50({ ...ours(connections), body: JSON.stringify({ query: '{ __typename }' }) }),
          ...(connections === 1 && { 'our rooms without the gateway': alone }),
        });
        measured.push(
          measurement(
            { case: `property page, ${connections} connections`, metric: 'p50', unit: 'ms' },
            results,
          ),
        );
      }
      measured.push(await statements(house, data, log));
      const { rss } = (await ask(house, { ask: 'rss' })) as { rss: number };
      measured.push({
        case: 'rooms and gateway after the run',
        metric: 'resident memory',
        unit: 'MB',
        ours: rss,
        peers: { 'the limit': 500 },
        spread: 0,
      });
      return measured;
    } finally {
      for (const process of children) await end(process);
      await stand.close();
    }
  },
};

/** Statements of one request, `begin` and `rollback` included, for 100 units and for 10. */
async function statements(
  house: ChildProcess,
  data: PageData,
  log: (line: string) => void,
): Promise<Measurement> {
  const sent = async (property: string): Promise<string[]> =>
    ((await ask(house, { ask: 'statements', property })) as { statements: string[] }).statements;
  const large = await sent(data.property);
  const small = await sent(data.smallProperty);
  log(`SQL statements of one request:\n${large.map((sql) => `  ${sql.slice(0, 120)}`).join('\n')}`);
  return {
    case: 'property page',
    metric: 'SQL statements per request',
    unit: '',
    ours: large.length,
    peers: { 'with a tenth of the units': small.length },
    spread: 0,
  };
}
