import type { Usage } from '@propertea/schema/documents';

/** What was counted, for people: operations, or fields with who uses them. */
export function describeUsage(usage: Usage, byCoordinate: boolean): string[] {
  const { countedDays, days, operations, uncounted } = usage;
  const lines = [`Counted on ${countedDays.length} of the last ${days} days.`];
  if (uncounted > 0) lines.push(`${uncounted} were not counted: a day had no more room.`);
  if (operations.length > 0) lines.push('');
  return [...lines, ...(byCoordinate ? coordinateRows(usage) : operationRows(usage))];
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
