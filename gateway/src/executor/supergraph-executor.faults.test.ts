import { swapUnderLoad } from '../../test/swaps.js';

it('a supergraph that is replaced a hundred times under load costs no request its answer, and no memory', async () => {
  const { answers, wrong, growthMb } = await swapUnderLoad(100);
  process.stdout.write(
    `100 swaps: ${answers} answers, ${wrong.length} wrong, heap ${growthMb.toFixed(1)} MB\n`,
  );
  expect(wrong).toEqual([]);
  expect(growthMb).toBeLessThan(100);
}, 900_000);
