'use client';

import { useTranslations } from 'next-intl';
import { BarList } from './bar-list';
import type { PortfolioNumbers } from './totals';

/** Units by category and properties by type. */
export function PortfolioCharts({ portfolio }: { portfolio: PortfolioNumbers }) {
  const t = useTranslations('dashboard.charts');
  const tEnums = useTranslations('enums');
  return (
    <>
      <BarList
        title={t('units')}
        ofWhat={t('category')}
        bars={portfolio.unitCountsByCategory.map(({ category, count }) => ({
          name: tEnums(`UnitCategory.${category}`),
          count,
          path: `/units?categories=${category}`,
        }))}
      />
      <BarList
        title={t('properties')}
        ofWhat={t('type')}
        bars={portfolio.propertyCountsByType.map(({ type, count }) => ({
          name: tEnums(`PropertyType.${type}`),
          count,
          path: `/properties?types=${type}`,
        }))}
      />
    </>
  );
}
