import type { OperationUsage, Usage } from '@propertea/schema/documents';

export type UsageTable = 'operations' | 'callers' | 'fields';

const ROWS: Record<UsageTable, (usage: Usage) => string[]> = {
  operations: operationRows,
  callers: callerRows,
  fields: coordinateRows,
};

/** What was counted, for people: operations, each with all who call it, or fields with who uses them. */
export function describeUsage(usage: Usage, table: UsageTable): string[] {
  const { countedDays, days, operations, uncounted } = usage;
  const lines = [`Counted on ${countedDays.length} of the last ${days} days.`];
  if (uncounted > 0) lines.push(`${uncounted} were not counted: a day had no more room.`);
  if (operations.length > 0) lines.push('');
  return [...lines, ...ROWS[table](usage)];
}

/** Of the operations of that name, or whose hash begins so. */
export function ofOperation(usage: Usage, wanted: string): Usage {
  const operations = usage.operations.filter(
    ({ id, name }) => name === wanted || (id?.startsWith(wanted) ?? false),
  );
  return { ...usage, operations };
}

/** An operation with all that it was called, and below it by whom, how often, and when last. */
function callerRows({ operations }: Usage): string[] {
  const byOperation = new Map<string, { callers: OperationUsage[]; count: number }>();
  for (const one of operations) {
    const key = `${one.graph} ${one.id}`;
    const known = byOperation.get(key) ?? { callers: [], count: 0 };
    byOperation.set(key, { callers: [...known.callers, one], count: known.count + one.count });
  }
  return [...byOperation.values()]
    .toSorted((a, b) => b.count - a.count)
    .flatMap(({ callers: [first, ...more], count }) => {
      if (!first) return [];
      const hash = first.id?.slice(0, 8) ?? 'others';
      return [
        row(count, first.graph.padEnd(6), hash.padEnd(8), first.name ?? '–'),
        ...[first, ...more].map(({ client, count: times, lastDay }) =>
          row(times, `  last ${lastDay}`, `by ${client}`),
        ),
      ];
    });
}

function operationRows({ operations }: Usage): string[] {
  return operations.map(({ graph, id, name, client, count, lastDay }) => {
    const hash = id?.slice(0, 8) ?? 'others';
    return row(count, `${lastDay}  ${graph.padEnd(6)}  ${hash.padEnd(8)}`, name ?? '–', client);
  });
}

function coordinateRows({ operations }: Usage): string[] {
  const counted = new Map<string, { count: number; clients: Set<string> }>();
  for (const { coordinates, count, client } of operations) {
    for (const coordinate of coordinates) {
      const known = counted.get(coordinate) ?? { count: 0, clients: new Set() };
      known.count += count;
      counted.set(coordinate, { ...known, clients: known.clients.add(client) });
    }
  }
  return [...counted]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([coordinate, { count, clients }]) =>
      row(count, coordinate, `by ${[...clients].join(', ')}`),
    );
}

const row = (count: number, ...cells: string[]): string =>
  [String(count).padStart(8), ...cells].join('  ');
