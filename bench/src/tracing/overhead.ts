import type { ChildProcess } from 'node:child_process';
import { freePort } from '@propertea/postgres';
import { ask, child, end, messageOf } from '../child.js';
import { interleave, type Measurement, measurement } from '../harness.js';
import { load, type LoadResult } from '../load.js';
import { type PageData, pageRequest } from '../read/page.js';
import { openStand, type Stand } from '../stand.js';
import { openSink } from './sink.js';

const CONNECTIONS = 10;
const SHARES = { 'none sampled': '0', '1 % sampled': '0.01', 'all sampled': '1' };

/** A platform in a process of its own, on a database of its own, with its page to ask for. */
interface Contender {
  readonly stand: Stand;
  readonly house: ChildProcess;
  readonly data: PageData;
}

/**
 * What tracing costs a property page through gateway, rooms and SQL in one process: without it, and with
 * none, one in a hundred and all of the requests sampled.
 */
export async function tracingOverhead(options: {
  quick: boolean;
  log: (line: string) => void;
}): Promise<Measurement[]> {
  const { quick, log } = options;
  const sink = await openSink();
  const contenders: Record<string, Contender> = {};
  try {
    contenders['ours'] = await open({});
    for (const [name, share] of Object.entries(SHARES)) {
      // oxlint-disable-next-line no-await-in-loop -- they would start slower side by side
      contenders[name] = await open(telemetryTo(sink.url, share));
    }
    const run = async ({ data }: Contender, seconds: number): Promise<LoadResult> =>
      load({ ...pageRequest(data, data.property), connections: CONNECTIONS, seconds });
    const each = (seconds: number) =>
      Object.fromEntries(
        Object.entries(contenders).map(([name, one]) => [name, () => run(one, seconds)]),
      );
    await interleave(1, each(quick ? 1 : 5));
    const results = await interleave(quick ? 1 : 5, each(quick ? 1 : 4));
    log(`What arrived of traces: ${Math.round(sink.bytes() / 1024 / 1024)} MB`);
    const memory: Record<string, number[]> = {};
    for (const [name, { house }] of Object.entries(contenders)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      memory[name] = [((await ask(house, { ask: 'rss' })) as { rss: number }).rss];
    }
    const about = `property page, ${CONNECTIONS} connections, tracing off`;
    const of = (value: (result: LoadResult) => number) =>
      Object.fromEntries(
        Object.entries(results).map(([name, runs]) => [name, runs.map((one) => value(one))]),
      );
    return [
      measurement(
        { case: about, metric: 'requests', unit: '/s' },
        of(({ perSecond }) => perSecond),
      ),
      measurement(
        { case: about, metric: 'p50', unit: 'ms' },
        of(({ p50 }) => p50),
      ),
      measurement(
        { case: about, metric: 'p95', unit: 'ms' },
        of(({ p95 }) => p95),
      ),
      measurement({ case: about, metric: 'resident memory', unit: 'MB' }, memory),
    ];
  } finally {
    for (const { house, stand } of Object.values(contenders)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await end(house);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await stand.close();
    }
    await sink.close();
  }
}

async function open(environment: Record<string, string>): Promise<Contender> {
  const stand = await openStand();
  const { adminUrl, secrets, directory } = stand;
  const isTraced = Object.keys(environment).length > 0;
  const house = child(
    new URL('../read/house-process.js', import.meta.url),
    [JSON.stringify({ adminUrl, secrets, directory, port: await freePort() })],
    { environment, ...(isTraced && { preload: '@propertea/observability/telemetry' }) },
  );
  const { ready } = (await messageOf(house)) as { ready: PageData };
  return { stand, house, data: ready };
}

function telemetryTo(url: string, share: string): Record<string, string> {
  return {
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    OTEL_TRACES_SAMPLER: 'traceidratio',
    OTEL_TRACES_SAMPLER_ARG: share,
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
  };
}
