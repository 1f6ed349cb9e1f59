import type { Bench, Measurement } from '../harness.js';
import { compressionPart } from './compression.js';
import { guardsPart } from './guards.js';
import { hostilePart } from './hostile.js';
import { limiterPart } from './limiter.js';
import { openStage } from './stage.js';
import type { DoorsPart } from './stage.js';

const PARTS: readonly DoorsPart[] = [guardsPart, compressionPart, limiterPart, hostilePart];

export const doorsBench: Bench = {
  name: 'doors',
  about: 'what each guard of the gateway costs, decisions of the rate limiter, hostile operations',
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
