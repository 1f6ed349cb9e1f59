import { jest } from '@jest/globals';
import { shop } from '../../test/support/shop.js';
import { threadedPlanner } from './threaded-planner.js';

test('one that has stopped waits for nothing any more, so that nothing holds it', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  try {
    const { planner } = await threadedPlanner(shop().supergraphSdl);
    await planner.plan({ operation: '{ me { name } }', overrides: [] });
    expect(jest.getTimerCount()).toBe(1);
    const late = planner.plan({ operation: '{ me { id } }', overrides: [] });
    await Promise.all([expect(late).rejects.toThrow('stopped'), planner.stop()]);
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});
