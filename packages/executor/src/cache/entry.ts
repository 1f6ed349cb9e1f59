/** An answer as it lies in a store. */
export interface KeptEntry {
  readonly text: string;
  /** In ms since the epoch. */
  readonly expiresAt: number;
  /** How long its fetch took, in ms. */
  readonly took: number;
  /** The stamps of its tags when its fetch began. */
  readonly since: string;
}

export function writeEntry({ text, expiresAt, took, since }: KeptEntry): string {
  return `${expiresAt} ${Math.ceil(took)} ${since}\n${text}`;
}

/** Undefined for what is none of ours. */
export function readEntry(stored: string): KeptEntry | undefined {
  const [head, expiresAt, took, since] = /^(\d+) (\d+) (.*)\n/.exec(stored) ?? [];
  if (head === undefined || since === undefined) return undefined;
  const text = stored.slice(head.length);
  return { text, expiresAt: Number(expiresAt), took: Number(took), since };
}

/**
 * Whether somebody should fetch anew although the entry is still good, so that not everybody does at the moment
 * when it no longer is: the more likely, the nearer that is and the longer fetching takes. This is XFetch with
 * β = 1 (Vattani, Chierichetti, Lowenstein: Optimal Probabilistic Cache Stampede Prevention, VLDB 2015).
 * `random` is in (0, 1].
 */
export function isDue({ expiresAt, took }: KeptEntry, now: number, random: number): boolean {
  return now - took * Math.log(random) >= expiresAt;
}
