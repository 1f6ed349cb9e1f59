import { Agent, request } from 'undici';
import { PROBE_HEADERS } from './contenders.js';
import { percentile } from '../harness.js';

export interface PlanningOrder {
  url: string;
  health: string;
  operations: string[];
}

export interface PlanningReport {
  /** The longest and the usual answer of the health page while the operations ran, in ms. */
  longestProbe: number;
  medianProbe: number;
  /** The usual and the longest answer of an operation, in ms. */
  medianOperation: number;
  longestOperation: number;
}

const PROBE_EVERY_MS = 5;

/** Sends the operations one by one while another connection keeps asking whether the gateway is healthy. */
async function run({ url, health, operations }: PlanningOrder): Promise<PlanningReport> {
  const dispatcher = new Agent({ connections: 32 });
  const probes: number[] = [];
  const taken: number[] = [];
  const open = new Set<Promise<void>>();
  const probe = async (): Promise<void> => {
    const sent = performance.now();
    const answer = await request(health, { dispatcher, headers: PROBE_HEADERS });
    await answer.body.dump();
    probes.push(performance.now() - sent);
  };
  // Connections are made before anything counts.
  await Promise.all(Array.from({ length: 8 }, probe));
  probes.length = 0;
  const timer = setInterval(() => {
    const running = probe().finally(() => open.delete(running));
    open.add(running);
  }, PROBE_EVERY_MS);
  try {
    for (const query of operations) {
      const sent = performance.now();
      const answer = await request(url, {
        dispatcher,
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await answer.body.text();
      taken.push(performance.now() - sent);
      if (answer.statusCode !== 200 || text.includes('"errors":[')) {
        throw new Error(`${query} was answered ${answer.statusCode}: ${text.slice(0, 300)}`);
      }
    }
  } finally {
    clearInterval(timer);
    await Promise.all(open);
    await dispatcher.close();
  }
  return {
    longestProbe: Math.max(...probes),
    medianProbe: percentile(probes, 0.5),
    medianOperation: percentile(taken, 0.5),
    longestOperation: Math.max(...taken),
  };
}

process.on('message', (order: PlanningOrder) => {
  run(order).then(
    (report) => process.send?.({ report }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ ready: true });
