'use client';

import { Anchor, Stack, Table, Text } from '@mantine/core';
import { Section, UiLink } from '@propertea/ui';
import { useFormatter, useTranslations } from 'next-intl';
import { useTo } from '@/session/session-provider';
import { Failure } from '@/shared/failure/failure';
import type { DashboardQuery } from './gql/graphql';

/** The last files and what became of them. */
export function RecentImports(props: {
  imports: DashboardQuery['imports'] | undefined;
  failure: unknown;
  retry: () => void;
}) {
  const t = useTranslations('dashboard.imports');
  const tEnums = useTranslations('enums');
  const format = useFormatter();
  const to = useTo();
  const { imports } = props;
  return (
    <Section title={t('title')}>
      {!imports && <Failure failure={props.failure} retry={props.retry} />}
      {imports?.nodes.length === 0 && (
        <Stack gap="xs" align="flex-start">
          <Text>{t('none')}</Text>
          <Anchor component={UiLink} href={to('/imports')}>
            {t('first')}
          </Anchor>
        </Stack>
      )}
      {imports && imports.nodes.length > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('file')}</Table.Th>
              <Table.Th>{t('state')}</Table.Th>
              <Table.Th ta="end">{t('rejected')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.nodes.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component={UiLink} href={to(`/imports/${one.id}`)}>
                    {one.fileName}
                  </Anchor>
                </Table.Td>
                <Table.Td>{tEnums(`ImportState.${one.state}`)}</Table.Td>
                <Table.Td ta="end">{format.number(one.rowsRejected)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
