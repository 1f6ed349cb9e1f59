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
  const gateway = await startGateway(ours, place, ['--cpu-prof', `--cpu-prof-dir=${directory}`]);
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
  const [file] = (await readdir(directory)).filter((name) => name.endsWith('.cpuprofile'));
  if (!file) {
    log('\nno profile: the gateway did not end by itself when it was told to');
    return;
  }
  const profile = JSON.parse(await readFile(join(directory, file), 'utf8')) as CpuProfile;
  const { areas, functions, totalMs } = summarize(profile, window);
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
