'use client';

import {
  Alert,
  Button,
  Group,
  Modal,
  Progress,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useUiTexts } from '@propertea/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { useErrorText } from '@/shared/forms/use-error-text';
import { RetireUnitDocument } from '../gql/graphql';
import type { UnitRowFragment } from '../gql/graphql';
import { retireUnit as rules } from '../gql/rules';
import { forgetUnitLists } from '../unit-lists';
import type { RetireManyProps } from './retire-many';

interface Run {
  units: readonly UnitRowFragment[];
  done: number;
  failed: { unit: UnitRowFragment; why: string }[];
  isOver: boolean;
}

/** Asks, retires one after another, and says what came of it. */
export default function RetireManyDialog(props: RetireManyProps) {
  const { units, isOpen, onClose } = props;
  const t = useTranslations('units.retireMany');
  const texts = useUiTexts();
  const client = useApolloClient();
  const errorText = useErrorText();
  const failureText = useFailureText();
  const [reason, setReason] = useState('');
  const [run, setRun] = useState<Run>();
  const isStopped = useRef(false);

  const retire = async (unit: UnitRowFragment): Promise<string | undefined> => {
    const { id: unitId, version } = unit;
    try {
      const input = { unitId, version, reason: reason.trim() || undefined };
      const { data } = await client.mutate({
        mutation: RetireUnitDocument,
        variables: { input },
        // The list behind stays as it is until all is said.
        fetchPolicy: 'no-cache',
      });
      const errors = data?.retireUnit?.errors ?? [];
      return errors.length > 0 ? errors.map(errorText).join(' ') : undefined;
    } catch (failure) {
      return failureText(failure);
    }
  };
  const start = async () => {
    isStopped.current = false;
    const state: Run = { units, done: 0, failed: [], isOver: false };
    setRun(state);
    for (const unit of units) {
      if (isStopped.current) break;
      // One after another: an office sees how far it is, and can stop.
      // oxlint-disable-next-line no-await-in-loop
      const why = await retire(unit);
      if (why) state.failed.push({ unit, why });
      state.done += 1;
      setRun({ ...state });
    }
    setRun({ ...state, isOver: true });
  };
  const end = () => {
    if (run && !run.isOver) return;
    onClose();
    if (!run) return;
    for (const unit of run.units) client.cache.evict({ id: client.cache.identify(unit) });
    forgetUnitLists(
      client.cache,
      run.units.flatMap(({ property, building }) => [property, building]),
    );
    props.onDone();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={end}
      title={t('title', { count: run?.units.length ?? units.length })}
      size="lg"
      withCloseButton={!run || run.isOver}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      {run ? (
        <Outcome run={run} onStop={() => (isStopped.current = true)} onClose={end} />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void start();
          }}
        >
          <Stack>
            <Text>{t('what', { count: units.length })}</Text>
            <Text size="sm" c="dimmed">
              {units
                .slice(0, 5)
                .map(({ reference }) => reference)
                .join(', ')}
              {units.length > 5 && ` ${t('more', { count: units.length - 5 })}`}
            </Text>
            <TextInput
              label={t('reason')}
              description={t('reasonWhat')}
              maxLength={rules.reason.maxLength}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={end} data-autofocus>
                {texts.cancel}
              </Button>
              <Button type="submit" color="red.9">
                {t('confirm', { count: units.length })}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Outcome(props: { run: Run; onStop: () => void; onClose: () => void }) {
  const { units, done, failed, isOver } = props.run;
  const t = useTranslations('units.retireMany');
  const texts = useUiTexts();
  return (
    <Stack>
      <Progress
        value={(done / units.length) * 100}
        aria-label={t('title', { count: units.length })}
      />
      <Text role="status">
        {isOver
          ? t('result', { count: done - failed.length, total: units.length })
          : t('progress', { done, total: units.length })}
      </Text>
      {isOver && done < units.length && (
        <Text size="sm">{t('stopped', { count: units.length - done })}</Text>
      )}
      {failed.length > 0 && (
        <Alert color="red" variant="light" title={t('failed', { count: failed.length })}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('unit')}</Table.Th>
                <Table.Th>{t('why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {failed.map(({ unit, why }) => (
                <Table.Tr key={unit.id}>
                  <Table.Th scope="row">{unit.reference}</Table.Th>
                  <Table.Td>{why}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Alert>
      )}
      <Group justify="flex-end">
        {isOver ? (
          <Button onClick={props.onClose}>{texts.close}</Button>
        ) : (
          <Button variant="default" onClick={props.onStop}>
            {t('stop')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
