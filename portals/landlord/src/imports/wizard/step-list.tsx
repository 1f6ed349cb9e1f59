'use client';

import { UiLink } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { STEPS } from '../stage';
import type { Step } from '../stage';
import classes from './step-list.module.css';

/** The steps of an import in their order: which one is shown, and the way to those that have something to show. */
export function StepList(props: {
  shown: Step;
  reachable: readonly Step[];
  /** Without it the steps are no links. */
  onStep?: (step: Step) => void;
}) {
  const t = useTranslations('imports.steps');
  return (
    <nav aria-label={t('title')}>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} className={classes.step}>
            <StepItem {...props} step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepItem(props: {
  step: Step;
  number: number;
  shown: Step;
  reachable: readonly Step[];
  onStep?: (step: Step) => void;
}) {
  const { step, onStep } = props;
  const t = useTranslations('imports.steps');
  const isHere = step === props.shown;
  const content = (
    <>
      <span className={classes.number} aria-hidden>
        {props.number}
      </span>
      <span className={classes.name}>{t(step)}</span>
    </>
  );
  if (!onStep || !props.reachable.includes(step)) {
    return (
      <span className={classes.text} aria-current={isHere ? 'step' : undefined}>
        {content}
      </span>
    );
  }
  const go = (event: MouseEvent) => {
    // With a key it opens elsewhere, as any link does.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <UiLink
      href={`?step=${step}`}
      className={classes.link}
      aria-current={isHere ? 'step' : undefined}
      onClick={go}
    >
      {content}
    </UiLink>
  );
}
