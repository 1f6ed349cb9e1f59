import type { GraphiQLPlugin } from '@graphiql/react';
import { Empty } from './empty';
import { useLatest } from './inspected';
import type { Fetch, Phase } from './inspected';

function TraceIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d="M2 4h7M5 8h8M9 12h6M12 16h6" strokeLinecap="round" />
    </svg>
  );
}

function Trace() {
  const latest = useLatest();
  const trace = typeof latest === 'object' ? latest.trace : undefined;
  return (
    <section className="inspection" aria-label="Trace">
      <h2>Trace</h2>
      {trace ? (
        <>
          <p>
            {milliseconds(trace.totalMs)} in all, {trace.fetches.length} fetches of rooms.
          </p>
          <ol className="trace">
            {trace.phases.map((phase) => (
              <Row key={phase.name} phase={phase} totalMs={trace.totalMs} label={phase.name} />
            ))}
            {trace.fetches.map((fetch, place) => (
              <Row
                // oxlint-disable-next-line react/no-array-index-key -- a step may be sent twice
                key={place}
                phase={fetch}
                totalMs={trace.totalMs}
                label={`${fetch.step + 1} ${fetch.subgraph}`}
                kind={fetch.outcome}
                details={detailsOf(fetch)}
              />
            ))}
          </ol>
        </>
      ) : (
        <Empty latest={latest} what="trace" />
      )}
    </section>
  );
}

function Row(props: {
  phase: Phase;
  totalMs: number;
  label: string;
  kind?: Fetch['outcome'];
  details?: string;
}) {
  const { phase, totalMs, label, kind, details } = props;
  const share = (ms: number) => `${totalMs > 0 ? (100 * ms) / totalMs : 0}%`;
  return (
    <li>
      <span className="trace-label">{label}</span>
      <span className="trace-time">{milliseconds(phase.durationMs)}</span>
      <span className="trace-track" aria-hidden="true">
        <span
          className={`trace-bar${kind ? ` trace-${kind.replace(' ', '-')}` : ''}`}
          style={{ insetInlineStart: share(phase.startMs), inlineSize: share(phase.durationMs) }}
        />
      </span>
      <span className="trace-details inspection-quiet">
        at {milliseconds(phase.startMs)}
        {details && `, ${details}`}
      </span>
    </li>
  );
}

function detailsOf({ entities, bytes, outcome }: Fetch): string {
  const parts = [
    entities > 0 && `${entities} ${entities === 1 ? 'entity' : 'entities'}`,
    outcome === 'failed' ? 'failed' : `${bytes.toLocaleString('en')} bytes`,
    outcome === 'shared' && 'shared with an equal fetch',
    outcome === 'under way' && 'not finished',
  ];
  return parts.filter((part) => part !== false).join(', ');
}

const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms`;

export const TRACE_PLUGIN: GraphiQLPlugin = { title: 'Trace', icon: TraceIcon, content: Trace };
