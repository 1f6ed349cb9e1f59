const MOST = 6;

/** Puts words first, once, whatever their case. */
export function withRecent(recent: readonly string[], words: string): string[] {
  const text = words.trim();
  if (!text) return [...recent];
  const key = text.toLowerCase();
  return [text, ...recent.filter((one) => one.toLowerCase() !== key)].slice(0, MOST);
}
