import { measureCachedPage } from '../cache/cached-page.js';
import type { Bench, Measurement } from '../harness.js';
import { tracingOverhead } from '../tracing/overhead.js';
import { compressionPart } from './compression.js';
import { guardsPart } from './guards.js';
import { hostilePart } from './hostile.js';
import { limiterPart } from './limiter.js';
import { openStage } from './stage.js';
import type { DoorsPart } from './stage.js';

const PARTS: readonly DoorsPart[] = [
  guardsPart,
  compressionPart,
  limiterPart,
  hostilePart,
  { name: 'cache', run: measureCachedPage },
  { name: 'tracing', run: tracingOverhead },
];

export const doorsBench: Bench = {
  name: 'doors',
  about: 'what guards, limits, hostile operations and traces cost, and what keeping answers brings',
  async run(options) {
    const { stage, close } = await openStage(options);
    try {
      const measured: Measurement[] = [];
      for (const part of PARTS) {
        if (options.only.length > 0 && !options.only.includes(part.name)) continue;
        options.log(`${part.name} …`);
        measured.push(...(await part.run(stage)));
      }
      return measured;
    } finally {
      await close();
    }
  },
};
