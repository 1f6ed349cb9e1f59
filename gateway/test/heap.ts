import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What lives in this process, rounded, in MB: what is only waiting to be collected is not counted. */
export function heapMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().heapUsed / 2 ** 20);
}
