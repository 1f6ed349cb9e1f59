'use client';

import {
  IconArrowRight,
  IconBriefcase,
  IconBuildingCommunity,
  IconClock,
  IconDoor,
  IconRefresh,
  IconTrash,
  IconUser,
} from '@tabler/icons-react';
import { UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { Option, OptionGroup } from './options';
import classes from './search.module.css';

const ICONS = {
  companies: IconBriefcase,
  properties: IconBuildingCommunity,
  units: IconDoor,
  members: IconUser,
  recent: IconClock,
  pages: IconArrowRight,
};

/** The id of an option's element; keys hold what people typed, so they are made fit for an id. */
export const optionId = (list: string, key: string) => `${list}-${encodeURIComponent(key)}`;

interface OptionListProps {
  id: string;
  groups: readonly OptionGroup[];
  chosenKey: string | undefined;
  /** These lines answer what was typed before. */
  isOld: boolean;
  onChoose: (key: string) => void;
  onTake: (option: Option) => void;
}

/** The lines of a combobox, in groups; none of them ever has the focus itself. */
export function OptionList(props: OptionListProps) {
  const { id, groups } = props;
  const t = useTranslations('search');
  const format = useFormatter();
  if (groups.length === 0) return null;
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t('results')}
      aria-busy={props.isOld}
      className={classes.list}
    >
      {groups.map((group) => (
        <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
          <div id={`${id}-${group.name}`} role="presentation" className={classes.group}>
            {t(`groups.${group.name}`)}
            {group.total !== undefined && group.total > 0 && (
              <span className={classes.count}> {format.number(group.total)}</span>
            )}
          </div>
          {group.options.map((option) => (
            <Line key={option.key} {...props} group={group} option={option} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Line(props: OptionListProps & { group: OptionGroup; option: Option }) {
  const { group, option, onTake, onChoose } = props;
  const isChosen = option.key === props.chosenKey;
  const common = {
    id: optionId(props.id, option.key),
    className: classes.option,
    'data-old': (props.isOld && group.name !== 'pages') || undefined,
    // Not on entering: lines that scroll under a resting pointer choose nothing.
    onMouseMove: () => !isChosen && onChoose(option.key),
  };
  const inside = (
    <>
      <OptionIcon group={group} option={option} />
      <span className={classes.text}>
        <span className={classes.title}>{option.title}</span>
        {option.detail && <span className={classes.detail}>{option.detail}</span>}
      </span>
    </>
  );
  if (!('href' in option)) {
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the combobox has the keys
      <div
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        {...common}
        onClick={() => onTake(option)}
      >
        {inside}
      </div>
    );
  }
  const follow = (event: MouseEvent) => {
    // The browser's own ways to open a link elsewhere stay.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onTake(option);
  };
  return (
    <UiLink
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      href={option.href}
      {...common}
      onClick={follow}
    >
      {inside}
    </UiLink>
  );
}

function OptionIcon({ group, option }: { group: OptionGroup; option: Option }) {
  const Icon =
    option.kind === 'page'
      ? option.Icon
      : option.kind === 'retry'
        ? IconRefresh
        : option.kind === 'forget'
          ? IconTrash
          : option.kind === 'all'
            ? IconArrowRight
            : ICONS[group.name];
  return (
    <span className={classes.icon}>
      <Icon size={18} aria-hidden />
    </span>
  );
}
