import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { grid } from '../harness.js';
import { type Contender, type Place, startGateway } from './contenders.js';
import type { LoadOrder, LoadReport } from './load-process.js';
import { type CpuProfile, summarize } from './profile-areas.js';
import type { Stage } from './reference.js';
import { OPERATION } from './workload.js';

/** Where the time of our gateway goes under requests with their own keys, by area and by function. */
export async function runProfile(stage: Stage, ours: Contender, place: Place): Promise<void> {
  const { load, quick, log } = stage;
  const directory = join(place.directory, 'profile');
  await mkdir(directory);
  const gateway = await startGateway(ours, place, [
    '--cpu-prof',
    `--cpu-prof-dir=${directory}`,
    `--import=${new URL('profile-preload.js', import.meta.url).href}`,
  ]);
  const once = (seconds: number): Promise<{ report: LoadReport }> => {
    const order: LoadOrder = {
      url: gateway.url,
      query: OPERATION,
      mode: 'own keys',
      connections: 50,
      seconds,
    };
    return load.ask(order);
  };
  let window: readonly [number, number];
  let requests: number;
  try {
    await once(quick ? 2 : 6);
    const from = microseconds();
    ({
      report: { requests },
    } = await once(quick ? 3 : 10));
    window = [from, microseconds()];
  } finally {
    await gateway.program.stop();
  }
  // Every thread leaves a file of its own; the busiest is the one that serves.
  const files = (await readdir(directory)).filter((name) => name.endsWith('.cpuprofile'));
  const read = async (file: string): Promise<CpuProfile> =>
    JSON.parse(await readFile(join(directory, file), 'utf8')) as CpuProfile;
  const summaries = await Promise.all(
    files.map(async (file) => summarize(await read(file), window)),
  );
  const busiest = summaries.toSorted((a, b) => b.totalMs - a.totalMs)[0];
  if (!busiest) {
    log('\nno profile: the gateway did not end by itself when it was told to');
    return;
  }
  const { areas, functions, totalMs } = busiest;
  const line = ([name, ms]: readonly [string, number]): string[] => [
    name,
    `${((ms / totalMs) * 100).toFixed(1)} %`,
    `${((ms * 1000) / requests).toFixed(0)} µs`,
  ];
  log(`\nwhere the time of a request goes (own keys, ${requests} requests, profiled)`);
  log(grid([['area', 'share', 'a request'], ...areas.map(line)]));
  log('\nthe functions that take the most time of their own');
  log(grid([['function', 'share', 'a request'], ...functions.slice(0, 20).map(line)]));
}

/** The clock of the profiler, which all processes of a machine share. */
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
