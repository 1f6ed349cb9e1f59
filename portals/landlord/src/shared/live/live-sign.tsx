'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { useLiveConnection } from '@/graph/graph-provider';
import classes from './live-sign.module.css';

/** Says quietly that a page shows changes as they happen, and aloud when it does not, and does again. */
export function LiveSign() {
  const t = useTranslations('common.live');
  const live = useLiveConnection();
  const state = useSyncExternalStore(live.onState, live.state, () => 'off' as const);
  const [wasLost, setWasLost] = useState(false);
  if ((state === 'lost' || state === 'ended') && !wasLost) setWasLost(true);
  const isLost = state === 'lost' || state === 'ended';
  return (
    <span className={classes.sign} data-state={state}>
      <span className={classes.dot} aria-hidden />
      {!isLost && <span title={t('onWhat')}>{t('on')}</span>}
      <span role="status">
        {isLost ? (
          t(state)
        ) : (
          <span className="ui-visually-hidden">
            {wasLost && state === 'live' ? t('again') : ''}
          </span>
        )}
      </span>
    </span>
  );
}
