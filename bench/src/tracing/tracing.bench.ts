import type { Bench } from '../harness.js';
import { tracingOverhead } from './overhead.js';

export const tracingBench: Bench = {
  name: 'tracing',
  about: 'what traces cost a page, with none, 1 % and all of them sampled',
  run: (options) => tracingOverhead(options),
};
