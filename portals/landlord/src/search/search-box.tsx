'use client';

import { CloseButton, Kbd, Loader } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Failure } from '@/shared/failure/failure';
import { OptionList, optionId } from './option-list';
import { firstOption, neighbour } from './options';
import type { Option } from './options';
import type { SearchDialogProps } from './search-dialog';
import { useRecentSearches } from './recent';
import { useGroups } from './use-groups';
import classes from './search.module.css';

/** A field and what it finds: arrow keys choose, Enter opens. */
export function SearchBox(props: Pick<SearchDialogProps, 'onClose' | 'takeEarly' | 'pages'>) {
  const { onClose, takeEarly, pages } = props;
  const t = useTranslations('search');
  const texts = useUiTexts();
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState(takeEarly);
  const [chosenKey, setChosenKey] = useState<string>();
  // Who presses Enter before the answer is there means its first line.
  const isEager = useRef(false);
  const words = text.trim();
  const { recent, remember, forget } = useRecentSearches();
  const open = (href: string) => {
    onClose();
    router.push(href);
  };
  const { groups, found, isLoading, failure, retry } = useGroups(words, pages, recent, (first) => {
    if (!isEager.current || !('href' in first)) return;
    remember(words);
    open(first.href);
  });

  const all = groups.flatMap(({ options }) => options);
  const chosen = all.find(({ key }) => key === chosenKey) ?? firstOption(groups);

  const change = (value: string) => {
    setText(value);
    setChosenKey(undefined);
    isEager.current = false;
  };
  const take = (option: Option, isElsewhere = false) => {
    if (option.kind === 'recent') return change(option.words);
    if (option.kind === 'forget') return forget();
    if (option.kind === 'retry') return retry();
    if (option.kind !== 'page') remember(words);
    if (isElsewhere) return void window.open(option.href, '_blank', 'noopener');
    open(option.href);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = neighbour(groups, chosen?.key, event.key === 'ArrowDown' ? 1 : -1);
      setChosenKey(next?.key);
      if (next)
        document.getElementById(optionId(id, next.key))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const isOld = isLoading && chosen?.kind !== 'page' && chosenKey === undefined;
      if (isOld) isEager.current = true;
      else if (chosen) take(chosen, event.ctrlKey || event.metaKey);
    }
  };

  return (
    <>
      <div className={classes.head}>
        <IconSearch size={20} aria-hidden />
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label={t('label')}
          aria-autocomplete="list"
          aria-expanded={all.length > 0}
          aria-controls={all.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={chosen && optionId(id, chosen.key)}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          placeholder={t('placeholder')}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={press}
          data-autofocus
        />
        {isLoading && <Loader size="xs" aria-hidden />}
        <CloseButton aria-label={texts.close} onClick={onClose} />
      </div>
      <div className="ui-visually-hidden" role="status">
        {words && !isLoading && !failure ? t('found', { count: found }) : ''}
      </div>
      <div className={classes.body}>
        <OptionList
          id={id}
          groups={groups}
          chosenKey={chosen?.key}
          isOld={isLoading}
          onChoose={setChosenKey}
          onTake={take}
        />
        {failure !== undefined && !isLoading && (
          <div className={classes.note}>
            <Failure failure={failure} retry={retry} />
          </div>
        )}
        {words && !isLoading && failure === undefined && found === 0 && (
          <p className={classes.note}>{t('nothing', { words })}</p>
        )}
        {isLoading && found === 0 && <p className={classes.note}>{t('looking')}</p>}
      </div>
      <div className={classes.foot} aria-hidden>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('keys.choose')}
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> {t('keys.open')}
        </span>
        <span>
          <Kbd size="xs">Esc</Kbd> {t('keys.close')}
        </span>
      </div>
    </>
  );
}
