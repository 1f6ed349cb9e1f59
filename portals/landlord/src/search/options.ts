import type { ComponentType } from 'react';
import type { FoundGroup, GroupName } from './answer';

/** A page of the portal, as it can be found by its name. */
export interface PageOption {
  href: string;
  title: string;
  Icon: ComponentType<{ size: number; 'aria-hidden': true }>;
}

/** One line that can be chosen. */
export type Option = { key: string; title: string; detail?: string } & (
  | { kind: 'recent'; words: string }
  | { kind: 'forget' }
  | { kind: 'page'; href: string; Icon: PageOption['Icon'] }
  | { kind: 'found'; href: string }
  | { kind: 'all'; href: string }
  | { kind: 'retry' }
);

export interface OptionGroup {
  name: GroupName | 'recent' | 'pages';
  /** How many there are of it, where that is more than its lines tell. */
  total?: number;
  options: Option[];
}

/** The pages whose names have a word that begins as `words` do. */
export function pagesFor(pages: readonly PageOption[], words: string): PageOption[] {
  const asked = words.trim().toLocaleLowerCase();
  return pages.filter(({ title }) => {
    const name = title.toLocaleLowerCase();
    return name.startsWith(asked) || name.split(/\s+/).some((word) => word.startsWith(asked));
  });
}

/** The line that comes first of itself: Enter takes it without an arrow key. */
export function firstOption(groups: readonly OptionGroup[]): Option | undefined {
  const all = groups.flatMap(({ options }) => options);
  return all.find(({ kind }) => kind !== 'retry') ?? all[0];
}

/** The line before or behind another one; behind the last comes the first. */
export function neighbour(
  groups: readonly OptionGroup[],
  key: string | undefined,
  step: 1 | -1,
): Option | undefined {
  const all = groups.flatMap(({ options }) => options);
  const at = all.findIndex((option) => option.key === key);
  if (at < 0) return step > 0 ? all[0] : all.at(-1);
  return all[(at + step + all.length) % all.length];
}

interface Words {
  seeAll: (name: GroupName) => string;
  isDown: (name: GroupName) => string;
}

/** What was found as lines: with the way to all of a kind where these are not all, and to another try. */
export function foundOptions(
  groups: readonly FoundGroup[],
  words: string,
  to: (path: string) => string,
  text: Words,
): OptionGroup[] {
  return groups.flatMap(({ name, total, found, isDown }): OptionGroup[] => {
    const options: Option[] = found.map(({ id, title, detail }) => ({
      kind: 'found',
      key: id,
      title,
      detail,
      href: to(`/${name}/${id}`),
    }));
    if (isDown) options.push({ kind: 'retry', key: `retry-${name}`, title: text.isDown(name) });
    if (total > found.length) {
      options.push({
        kind: 'all',
        key: `all-${name}`,
        title: text.seeAll(name),
        href: to(`/${name}?q=${encodeURIComponent(words)}`),
      });
    }
    return options.length > 0 ? [{ name, total, options }] : [];
  });
}
