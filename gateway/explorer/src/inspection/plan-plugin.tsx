import type { GraphiQLPlugin } from '@graphiql/react';
import { parse, print } from 'graphql';
import { Empty } from './empty';
import { useLatest } from './inspected';
import type { Inspected, PlanStep } from './inspected';

function PlanIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="10" cy="4" r="2.25" />
      <circle cx="4" cy="16" r="2.25" />
      <circle cx="16" cy="16" r="2.25" />
      <path d="M10 6.25V10M4 13.75V10h12v3.75" />
    </svg>
  );
}

function Plan() {
  const latest = useLatest();
  const plan = typeof latest === 'object' ? latest.plan : undefined;
  return (
    <section className="inspection" aria-label="Plan">
      <h2>Plan</h2>
      {typeof latest !== 'object' || !plan ? (
        <Empty latest={latest} what="plan" />
      ) : (
        <>
          <p>
            {counted(count(plan.steps), 'request')} to rooms,{' '}
            {plan.isKnown ? 'planned before' : 'planned now'}.
            <Cost cost={latest.cost} />
          </p>
          {plan.steps.length > 0 && <Steps steps={plan.steps} />}
        </>
      )}
    </section>
  );
}

function Cost({ cost }: Pick<Inspected, 'cost'>) {
  if (!cost) return null;
  if ('problem' in cost) return <> No cost: {cost.problem}</>;
  return (
    <>
      {' '}
      Cost {cost.estimate} as estimated, {cost.actual} in fact.
    </>
  );
}

/** Steps that begin together, each with those that wait for it. */
function Steps({ steps }: { steps: readonly PlanStep[] }) {
  return (
    <ul className="plan">
      {steps.map((step) => (
        <li key={step.id}>
          <Step step={step} />
          {step.next.length > 0 && <Steps steps={step.next} />}
        </li>
      ))}
    </ul>
  );
}

function Step({
  step: { id, subgraph, kind, query, paths, after, conditions },
}: {
  step: PlanStep;
}) {
  return (
    <details open>
      <summary>
        <span className="plan-number">{id + 1}</span> <strong>{subgraph}</strong>{' '}
        <span className="inspection-quiet">{paths.length > 0 ? 'entities' : kind}</span>
      </summary>
      <dl>
        {paths.length > 0 && (
          <>
            <dt>at</dt>
            <dd>
              {paths.map((path) => (
                <code key={path}>{path.replaceAll('.@', '[]')}</code>
              ))}
            </dd>
          </>
        )}
        {after.length > 1 && (
          <>
            <dt>waits for</dt>
            <dd>{after.map((other) => other + 1).join(', ')}</dd>
          </>
        )}
        {conditions.length > 0 && (
          <>
            <dt>only with</dt>
            <dd>{conditions.join(', ')}</dd>
          </>
        )}
      </dl>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keyboard */}
      <pre tabIndex={0}>{printed(query)}</pre>
    </details>
  );
}

function printed(query: string): string {
  try {
    return print(parse(query));
  } catch {
    return query;
  }
}

const count = (steps: readonly PlanStep[]): number =>
  steps.reduce((sum, { next }) => sum + 1 + count(next), 0);

const counted = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

export const PLAN_PLUGIN: GraphiQLPlugin = { title: 'Plan', icon: PlanIcon, content: Plan };
