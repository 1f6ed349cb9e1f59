import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Names and values of one object, side by side. */
export function Facts({
  facts,
  columns = 2,
}: {
  facts: readonly (readonly [string, ReactNode])[];
  columns?: number;
}) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, sm: columns }} spacing="xs" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value ?? '—'}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
