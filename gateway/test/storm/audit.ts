import type { Publisher } from './publisher.js';
import { Counts } from './tally.js';
import type { Span, Watcher } from './watcher.js';

/** Ends of which docs/events.md and gateway/README.md say that the client loads anew and goes on. */
const DOCUMENTED = new Set(['UPSTREAM_UNAVAILABLE', '1013', '4401', '4410', '4411', '4412']);

/** What became of the subscriptions since a moment. */
export interface WatchReport {
  /** Subscriptions that were open at any time, and told of anything. */
  subscriptions: number;
  /** Events that they told of. */
  told: number;
  /** Those with fields that were null, with errors. */
  partly: number;
  /** How they ended, and those to a room. */
  ended: Counts;
  /** How those were refused that never began, while what they need was away. */
  refused: Counts;
  /** Events that a subscription left out though it was open before and after, told twice or in disorder. */
  silent: string[];
  foreign: string[];
  wrong: string[];
}

/** Where every watcher stands, to look at what comes after. */
export type Mark = readonly { span: number; heard: number; ticks: number; partly: number }[];

export function markOf(watchers: readonly Watcher[]): Mark {
  return watchers.map(({ spans, ticksEnded, partly }) => ({
    span: Math.max(0, spans.length - 1),
    heard: spans.at(-1)?.heard.length ?? 0,
    ticks: ticksEnded.length,
    partly,
  }));
}

export function audit(
  watchers: readonly Watcher[],
  { confirmed }: Publisher,
  since: Mark,
): WatchReport {
  const report: WatchReport = {
    subscriptions: 0,
    told: 0,
    partly: 0,
    ended: new Counts(),
    refused: new Counts(),
    silent: [],
    foreign: [],
    wrong: [],
  };
  for (const [index, watcher] of watchers.entries()) {
    const mark = since[index] ?? { span: 0, heard: 0, ticks: 0, partly: 0 };
    const { caller } = watcher;
    const due = confirmed.get(caller.organizationId) ?? [];
    const others = new Set(
      [...confirmed].flatMap(([place, all]) => (place === caller.organizationId ? [] : all)),
    );
    const spans = watcher.spans.slice(mark.span);
    report.subscriptions += spans.filter(hasBegun).length;
    report.partly += watcher.partly - mark.partly;
    report.foreign.push(...watcher.foreign);
    report.wrong.push(...watcher.wrong);
    for (const code of watcher.ticksEnded.slice(mark.ticks)) report.ended.add(code);
    for (const [place, span] of spans.entries()) {
      report.told += span.heard.length - (place === 0 ? mark.heard : 0);
      if (span.ended !== undefined) {
        (hasBegun(span) ? report.ended : report.refused).add(span.ended);
      }
      report.silent.push(...gaps(span, due).map((gap) => `${caller.subject}: ${gap}`));
      const foreign = span.heard.filter((number) => others.has(number));
      report.foreign.push(...foreign.map((number) => `${caller.subject} heard ${number}`));
    }
  }
  return report;
}

/** Whether it has told of anything. */
export function hasBegun(span: Span | undefined): span is Span {
  return span !== undefined && span.heard.length > 0;
}

/** How subscriptions ended that are not of the documented ways. */
export function undocumented({ ended, refused }: WatchReport): string[] {
  return [...ended.names, ...refused.names].filter((code) => !DOCUMENTED.has(code));
}

/** What is wrong with the order of what was heard, and what is missing between its first and its last. */
function gaps({ heard }: Span, due: readonly number[]): string[] {
  const found: string[] = [];
  for (const [index, number] of heard.entries()) {
    const before = heard[index - 1];
    if (before !== undefined && before >= number) found.push(`${number} after ${before}`);
  }
  const [first = 0] = heard;
  const last = heard.at(-1) ?? 0;
  const told = new Set(heard);
  const missing = due.filter((number) => number > first && number < last && !told.has(number));
  return [...found, ...missing.map((number) => `${number} is missing`)];
}
