import { decodeId, Fault } from '@propertea/kernel';
import type { EventFilter, EventSource } from '@propertea/schema/live';
import type { LiveEvent } from './live-event.js';

/** How many values an argument may list. */
const MAX_VALUES = 100;

/**
 * Which events the given arguments let through; one that is absent or null filters nothing. An id that is
 * none, or of another type, is like one that does not exist: no event is of it.
 */
export function filterOf(
  source: EventSource,
  given: Readonly<Record<string, unknown>>,
): (event: LiveEvent) => boolean {
  const tests = [...source.filters].flatMap(([argument, filter]) => {
    const value = given[argument];
    if (value === undefined || value === null) return [];
    const values = [value].flat();
    if (values.length > MAX_VALUES) {
      throw new Fault('BAD_USER_INPUT', `${argument} takes up to ${MAX_VALUES} values.`);
    }
    return [{ data: filter.data, wanted: new Set(values.map((each) => stored(filter, each))) }];
  });
  return ({ data: event }) =>
    tests.every(({ data, wanted }) => event[data] !== undefined && wanted.has(event[data]));
}

/** As it stands in the data of events; undefined, which never stands there, for what is no such id. */
function stored({ idType }: EventFilter, value: unknown): unknown {
  return idType === undefined ? value : decodeId(idType, String(value));
}
