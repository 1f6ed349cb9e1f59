'use client';

import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Section, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import type { PortfolioAttentionKind } from './gql/graphql';

/** Where each kind of thing that wants looking after is listed. */
const LISTS: Record<PortfolioAttentionKind, string> = {
  BUILDING_WITHOUT_UNITS: '/buildings?units=without',
  HOME_WITHOUT_BEDROOMS: '/units?categories=APARTMENT,HOUSE&bedrooms=unknown',
  PROPERTY_WITHOUT_COORDINATES: '/properties?coordinates=without',
  PROPERTY_WITHOUT_UNITS: '/properties?units=without',
  UNIT_WITHOUT_AREA: '/units?area=unknown',
};

/** What an office should look at, each with the way to it. */
export function Attention(props: {
  attention: readonly { kind: PortfolioAttentionKind; count: number }[];
}) {
  const t = useTranslations('dashboard.attention');
  const format = useFormatter();
  const to = useTo();
  const open = props.attention.filter(({ count }) => count > 0);
  return (
    <Section title={t('title')}>
      {open.length === 0 ? (
        <Text>{t('nothing')}</Text>
      ) : (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {open.map(({ kind, count }) => (
            <Group key={kind} component="li" justify="space-between" wrap="nowrap">
              <Anchor component={UiLink} href={to(LISTS[kind])}>
                {t(`kinds.${kind}`)}
              </Anchor>
              <Badge variant="default" size="lg" flex="none">
                {format.number(count)}
              </Badge>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}
