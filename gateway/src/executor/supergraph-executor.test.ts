import { swapUnderLoad } from '../../test/swaps.js';

it('a supergraph that is replaced ten times under load costs no request its answer', async () => {
  const { answers, wrong } = await swapUnderLoad(10);
  expect(wrong).toEqual([]);
  expect(answers).toBeGreaterThan(100);
});
