import { distance } from 'fastest-levenshtein';

/**
 * The candidate that `text` most likely meant: the smallest edit distance (Levenshtein), at most a
 * third of the length of `text`, letter case aside. Undefined where nothing comes near.
 */
export function closest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = text.toLowerCase().slice(0, 200);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const steps = distance(wanted, candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}
