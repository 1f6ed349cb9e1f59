import { splitMinor } from '@propertea/kernel';
import fc from 'fast-check';

/** Unit by unit: each goes to whoever is furthest below its exact share, the first of equals first. */
function slowSplit(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const order = weights
    .map((weight, index) => ({ index, remainder: (total * weight) % sum }))
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - parts.reduce((a, b) => a + b, 0);
  for (const { index } of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

it('R5: the parts of any split sum to the whole, and none is a unit off its exact share', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), weights, (total, shares) => {
      const parts = splitMinor(total, shares);
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      expect(parts).toEqual(slowSplit(total, shares));
      expect(splitMinor(-total, shares)).toEqual(parts.map((part) => -part || 0));
    }),
  );
});
