'use client';

import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useFormatter, useTranslations } from 'next-intl';
import type { Bar } from './bar-list';

/** The picture of a BarList; screen readers get its figures in one sentence, everybody else the table too. */
export default function Bars(props: { title: string; bars: readonly Bar[]; height: number }) {
  const t = useTranslations('dashboard.charts');
  const format = useFormatter();
  const figures = props.bars
    .map(({ name, count }) => `${name}: ${format.number(count)}`)
    .join(', ');
  return (
    <div role="img" aria-label={`${props.title}. ${figures}`}>
      <BarChart
        h={props.height}
        data={[...props.bars]}
        dataKey="name"
        orientation="vertical"
        series={[{ name: 'count', label: t('count'), color: 'leaf.6' }]}
        valueFormatter={(value) => format.number(value)}
        yAxisProps={{ width: 150, interval: 0 }}
        gridAxis="none"
        withXAxis={false}
        withBarValueLabel
        barChartProps={{ margin: { right: 56 } }}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
