'use client';

import { Badge, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { TREE_ITEM } from './tree-keys';
import classes from './tree.module.css';

/** A part of the tree that opens and closes; what is in it is made, and loaded, when it is opened. */
export function TreeBranch(props: {
  name: ReactNode;
  /** How many units, where that is known before. */
  count?: number;
  isOpenAtFirst?: boolean;
  /** The way to the page of what the branch stands for. */
  link?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('properties.tree');
  const format = useFormatter();
  const [isOpen, setOpen] = useState(props.isOpenAtFirst ?? false);
  const id = useId();
  return (
    <li className={classes.branch}>
      <div className={classes.row}>
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          {...TREE_ITEM}
        >
          <IconChevronRight size={16} aria-hidden className={classes.chevron} />
          <span>{props.name}</span>
          {props.count !== undefined && (
            <Badge variant="default" aria-label={t('units', { count: props.count })}>
              {format.number(props.count)}
            </Badge>
          )}
        </UnstyledButton>
        {props.link}
      </div>
      {isOpen && (
        <ul className={classes.children} id={id}>
          {props.children}
        </ul>
      )}
    </li>
  );
}
