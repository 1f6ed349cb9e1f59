export const HAVINGS = ['with', 'without'] as const;
/** Whether something must be there or be missing. */
export type Having = (typeof HAVINGS)[number];

/** As a filter takes it: absent where it does not matter. */
export function isHaving(having: Having | null): boolean | undefined {
  return having ? having === 'with' : undefined;
}
