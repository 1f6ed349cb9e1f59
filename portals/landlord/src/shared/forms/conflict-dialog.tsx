'use client';

import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';

export interface ComparedField {
  path: string;
  label: string;
  mine: string;
  theirs: string;
}

/** Somebody else saved first: shows both, field by field, and lets the person decide. Nothing is lost until then. */
export function ConflictDialog(props: {
  isOpen: boolean;
  /** Only the fields that differ are shown. */
  fields: readonly ComparedField[];
  isBusy?: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('forms.conflict');
  const texts = useUiTexts();
  const differing = props.fields.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Stack>
        <Text size="sm">{t('what')}</Text>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('field')}</Table.Th>
              <Table.Th>{t('mine')}</Table.Th>
              <Table.Th>{t('theirs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ path, label, mine, theirs }) => (
              <Table.Tr key={path}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{mine || '—'}</Table.Td>
                <Table.Td>{theirs || '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
          <Button onClick={props.onKeepMine} loading={props.isBusy} data-autofocus>
            {t('keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
