'use client';

import { ActionIcon } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconFocusCentered,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './map.module.css';
import type { Pixel } from './projection';

/** Moves and zooms the plot; each button does what a key does. */
export function PlotControls(props: {
  onMove: (by: Pixel) => void;
  onZoom: (by: number) => void;
  onAll: () => void;
}) {
  const t = useTranslations('map.controls');
  const { onMove, onZoom, onAll } = props;
  const buttons = [
    { name: 'zoomIn', Icon: IconPlus, run: () => onZoom(1) },
    { name: 'up', Icon: IconArrowUp, run: () => onMove({ x: 0, y: -1 }) },
    { name: 'zoomOut', Icon: IconMinus, run: () => onZoom(-1) },
    { name: 'left', Icon: IconArrowLeft, run: () => onMove({ x: -1, y: 0 }) },
    { name: 'all', Icon: IconFocusCentered, run: onAll },
    { name: 'right', Icon: IconArrowRight, run: () => onMove({ x: 1, y: 0 }) },
    null,
    { name: 'down', Icon: IconArrowDown, run: () => onMove({ x: 0, y: 1 }) },
  ] as const;
  return (
    <div className={classes.controls} role="group" aria-label={t('title')}>
      {buttons.map((button) =>
        button ? (
          <ActionIcon
            key={button.name}
            variant="default"
            size="lg"
            aria-label={t(button.name)}
            title={t(button.name)}
            onClick={button.run}
          >
            <button.Icon size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <span key="none" />
        ),
      )}
    </div>
  );
}
