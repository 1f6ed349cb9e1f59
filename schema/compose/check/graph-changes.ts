import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { type ContractChanges, noChanges } from './changes.js';
import { withoutLapsed } from './lapsed.js';
import { touchedBy } from './touched.js';

/**
 * Compares two versions of a contract, `undefined` being one that does not exist. What was
 * deprecated until a day that has passed goes without breaking anybody.
 * @param today YYYY-MM-DD
 */
export async function compareGraphs(
  before: string | undefined,
  after: string | undefined,
  today: string,
): Promise<ContractChanges> {
  const changes = noChanges();
  if (before === undefined && after === undefined) return changes;
  if (before === undefined) {
    changes.safe.push({ path: '', message: 'The contract is new.' });
    return changes;
  }
  if (after === undefined) {
    changes.breaking.push({ path: '', message: 'The contract is gone.' });
    return changes;
  }

  const { sdl, lapsed } = withoutLapsed(before, after, today);
  for (const coordinate of lapsed) {
    const message = `'${coordinate}' was removed, as its deprecation had announced`;
    changes.safe.push({ path: coordinate, message });
  }
  const old = buildSchema(sdl);
  for (const difference of await diff(old, buildSchema(after))) {
    const change = { path: difference.path ?? '', message: difference.message };
    switch (difference.criticality.level) {
      case CriticalityLevel.Breaking: {
        const touches = touchedBy(difference, old);
        changes.breaking.push(touches ? { ...change, touches } : change);
        break;
      }
      case CriticalityLevel.Dangerous:
        changes.dangerous.push(change);
        break;
      case CriticalityLevel.NonBreaking:
        changes.safe.push(change);
        break;
    }
  }
  return changes;
}
