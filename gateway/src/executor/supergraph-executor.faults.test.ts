import { swapUnderLoad } from '../../test/swaps.js';

it('a supergraph that is replaced a hundred times under load costs no request its answer, and no memory', async () => {
  const { asked, answers, wrong, heapMb } = await swapUnderLoad(100);
  const { before, half, after } = heapMb;
  process.stdout.write(
    `100 swaps: ${asked} asked, ${answers} answered, ${wrong.length} wrong, heap ${before} → ${half} → ${after} MB\n`,
  );
  expect(wrong).toEqual([]);
  expect(answers).toBe(asked);
  expect(after - half).toBeLessThan(30);
}, 900_000);
