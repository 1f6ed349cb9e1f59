'use client';

import { Anchor, Button, Table, Text } from '@mantine/core';
import { Section, UiLink, useUiTexts } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTo } from '@/session/session-provider';
import { Bars } from './bars';

export interface Bar {
  name: string;
  count: number;
  path: string;
}

/** Counts as a chart or, the same, as a table; the largest first. */
export function BarList({ title, ofWhat, bars }: { title: string; ofWhat: string; bars: Bar[] }) {
  const texts = useUiTexts();
  const [isTable, setTable] = useState(false);
  const sorted = bars.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  return (
    <Section
      title={title}
      actions={
        <Button size="compact-sm" variant="default" onClick={() => setTable(!isTable)}>
          {isTable ? texts.asChart : texts.asTable}
        </Button>
      }
    >
      {isTable ? (
        <BarTable title={title} ofWhat={ofWhat} bars={sorted} />
      ) : (
        <Bars title={title} bars={sorted} />
      )}
    </Section>
  );
}

function BarTable({ title, ofWhat, bars }: { title: string; ofWhat: string; bars: Bar[] }) {
  const t = useTranslations('dashboard.charts');
  const format = useFormatter();
  const to = useTo();
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <Table verticalSpacing={4}>
      <caption className="ui-visually-hidden">{title}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{ofWhat}</Table.Th>
          <Table.Th ta="end">{t('count')}</Table.Th>
          <Table.Th ta="end">{t('share')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bars.map(({ name, count, path }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              <Anchor component={UiLink} href={to(path)}>
                {name}
              </Anchor>
            </Table.Th>
            <Table.Td ta="end">{format.number(count)}</Table.Td>
            <Table.Td ta="end">
              <Text span inherit>
                {format.number(count / total, { style: 'percent', maximumFractionDigits: 1 })}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
