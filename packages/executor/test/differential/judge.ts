import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from '../support/ours.js';
import type { Told, Trial } from './scene.js';
import { ASLEEP } from './trouble.js';

type Path = readonly (string | number)[];

/** What is wrong with our answer, in a few words; nothing where all is right. */
export function faultOfOurs(trial: Trial): string | undefined {
  const { ours, trouble } = trial;
  if (ours.thrown !== undefined) return `thrown: ${ours.thrown}`;
  const own = unexplained(ours) ?? (ours.violations[0] && `violation: ${ours.violations[0]}`);
  if (own !== undefined) return own;
  return trouble === 'broken' ? undefined : againstSpecification(trial, ours);
}

/** How an answer differs from what the specification says, where it says anything. */
export function againstSpecification(
  { specified, trouble }: Trial,
  told: Told,
): string | undefined {
  if (told.thrown !== undefined) return `thrown: ${told.thrown}`;
  if (String(told.log) !== String(specified.log)) return 'writes in another order';
  if (trouble === 'calm' && told.errors) return `error: ${told.errors[0]?.message}`;
  if (JSON.stringify(told.data) !== JSON.stringify(specified.data)) {
    return sorted(told.data) === sorted(specified.data) ? 'keys in another order' : 'data';
  }
  const said = new Set(told.errors?.map(pathAndMessage));
  const missing = specified.errors?.find((error) => !said.has(pathAndMessage(error)));
  return missing && `no error at ${JSON.stringify(missing.path)}`;
}

/** How our answer differs from the oracle's, where the specification knows of no subgraphs. */
export function againstOracle({ ours, oracle }: Trial): string | undefined {
  if (oracle.thrown !== undefined) return `oracle threw: ${oracle.thrown}`;
  if (JSON.stringify(ours.data) !== JSON.stringify(oracle.data)) {
    return sorted(ours.data) === sorted(oracle.data) ? 'keys in another order' : 'data';
  }
  const theirs = (oracle.errors ?? []).filter(isOfSubgraph);
  const mine = new Set((ours.errors ?? []).map(pathAndMessage));
  const missing = theirs.find((error) => !isTold(error, mine, ours));
  if (missing) return `their error is not ours: ${pathAndMessage(missing)}`;
  const known = new Set(theirs.map(({ message }) => message));
  const extra = (ours.errors ?? []).find(
    ({ message, extensions }) => !extensions?.['code'] && message !== ASLEEP && !known.has(message),
  );
  if (extra) return `our error is not theirs: ${pathAndMessage(extra)}`;
  const completions = (oracle.extensions?.['valueCompletion'] ?? []) as GraphQLFormattedError[];
  const silent = completions.find(({ path = [] }) => !isExplained(path, ours));
  return silent && `nothing said at ${JSON.stringify(silent.path)}: ${silent.message}`;
}

/** Errors of whole fetches are told otherwise by both. */
const isOfSubgraph = ({ path, message }: GraphQLFormattedError): boolean =>
  path !== undefined && message !== ASLEEP;

const pathAndMessage = ({ path, message }: GraphQLFormattedError): string =>
  `${JSON.stringify(path)} ${message}`;

/** Whether an error is ours too: in the same place, or where our path ends before what nobody asked for. */
function isTold(error: GraphQLFormattedError, mine: ReadonlySet<string>, ours: Answer): boolean {
  if (mine.has(pathAndMessage(error))) return true;
  const path = error.path ?? [];
  return (ours.errors ?? []).some(
    (own) =>
      own.message === error.message &&
      own.path !== undefined &&
      own.path.length < path.length &&
      own.path.every((segment, index) => segment === path[index]),
  );
}

function isExplained(path: Path, { errors = [] }: Answer): boolean {
  return errors.some(({ path: other = [] }) => {
    const length = Math.min(path.length, other.length);
    return path.slice(0, length).every((segment, index) => segment === other[index]);
  });
}

/** An error that points at nothing that is null, or the same error twice. */
function unexplained({ data, errors = [] }: Answer): string | undefined {
  const seen = new Set<string>();
  for (const error of errors) {
    const key = pathAndMessage(error);
    if (seen.has(key)) return `twice: ${key}`;
    seen.add(key);
    if (error.path === undefined || error.path.length === 0) return `no path: ${error.message}`;
    if (!leadsToNull(data, error.path)) {
      return `no null at ${key}`;
    }
  }
  return undefined;
}

/** A path ends at a null, or at an object that lacks what was needed for it and not asked for. */
function leadsToNull(data: unknown, path: Path): boolean {
  let value = data;
  for (const segment of path) {
    if (value === null) return true;
    if (typeof value !== 'object') return false;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return typeof value === 'object';
}

/** As text that does not depend on the order of keys. */
export function sorted(value: unknown): string {
  return (
    JSON.stringify(value, (_, below: unknown) =>
      typeof below === 'object' && below !== null && !Array.isArray(below)
        ? Object.fromEntries(Object.entries(below).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : below,
    ) ?? 'undefined'
  );
}
