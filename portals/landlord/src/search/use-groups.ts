'use client';

import { useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { groupsOf } from './answer';
import { firstOption, foundOptions, pagesFor } from './options';
import type { Option, OptionGroup, PageOption } from './options';
import { useSearch } from './use-search';
import type { Answer } from './use-search';

/**
 * Everything that can be chosen for `words`: before there are any, recent searches and pages. `onFirst` is
 * told of the first line of each answer that found something.
 */
export function useGroups(
  words: string,
  pages: readonly PageOption[],
  recent: readonly string[],
  onFirst: (first: Option) => void,
) {
  const t = useTranslations('search');
  const tCategory = useTranslations('enums.UnitCategory');
  const to = useTo();
  const read = (given: Answer | undefined) => {
    const found = groupsOf(given?.data, given?.failure, tCategory);
    const asked = given?.words ?? '';
    const lines = foundOptions(found, asked, to, {
      seeAll: (name) => t(`all.${name}`, { words: asked }),
      isDown: (name) => t(`down.${name}`),
    });
    return { found, lines };
  };
  const { answer, isLoading, retry } = useSearch(words, (given) => {
    const first = firstOption(read(given).lines);
    if (first?.kind === 'found') onFirst(first);
  });

  const places: OptionGroup = {
    name: 'pages',
    options: pagesFor(pages, words).map(({ href, title, Icon }) => ({
      kind: 'page',
      key: `page-${href}`,
      title,
      href,
      Icon,
    })),
  };
  const earlier: OptionGroup = {
    name: 'recent',
    options: [
      ...recent.map((one) => ({
        kind: 'recent' as const,
        key: `recent-${one}`,
        title: one,
        words: one,
      })),
      ...(recent.length > 0
        ? [{ kind: 'forget' as const, key: 'forget', title: t('forgetRecent') }]
        : []),
    ],
  };
  const { found, lines } = read(answer);
  const isAllDown = found.every(({ isDown }) => isDown);
  const groups = words ? [places, ...(isAllDown ? [] : lines)] : [earlier, places];
  return {
    groups: groups.filter(({ options }) => options.length > 0),
    /** How many there are of what was looked for, shown or not. */
    found: found.reduce((sum, { total }) => sum + total, 0),
    isLoading,
    /** Why nothing at all was found out. */
    failure: isAllDown ? answer?.failure : undefined,
    retry,
  };
}
