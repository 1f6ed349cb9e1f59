'use client';

import { Alert, Stack } from '@mantine/core';
import { useApolloClient } from '@apollo/client/react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Suspense, lazy, useRef, useState } from 'react';
import { useTo } from '@/session/session-provider';
import { useFailureText } from '@/shared/failure/use-failure-text';
import { ChangedNotice } from '@/shared/forms/changed-notice';
import { FormFooter } from '@/shared/forms/form-footer';
import { useCommandForm } from '@/shared/forms/use-command-form';
import { notify } from '@/shell/notify';
import { UnitFormDocument } from '../gql/graphql';
import type { UnitBuildingFragment, UnitFactsFragment } from '../gql/graphql';
import { useChangeUnitMutation } from '../gql/hooks';
import { changeUnit, createUnit } from '../gql/rules';
import { forgetUnitLists } from '../unit-lists';
import { UnitFields } from './fields';
import { useUnsaved } from '@/shared/forms/use-unsaved';
import { changesOf, rebase, valuesOf } from './values';
import type { UnitValues } from './values';

// The form holds all fields, and so what must be there at first must stay.
const rules = { ...changeUnit, code: createUnit.code, category: createUnit.category };

const UnitConflict = lazy(() => import('./unit-conflict'));

/** The form over one unit as it was loaded; when somebody else saved first, both are compared. */
export function ChangeUnit({ unit }: { unit: UnitFactsFragment }) {
  const t = useTranslations('units.form');
  const router = useRouter();
  const to = useTo();
  const client = useApolloClient();
  const failureText = useFailureText();
  // What the person has seen; a newer one in the cache does not change the form under their hands.
  const base = useRef(unit);
  const [seen, setSeen] = useState(unit);
  const [isSaved, setSaved] = useState(false);
  const [building, setBuilding] = useState(unit.building);
  const [conflict, setConflict] = useState<{ mine: UnitValues; theirs: UnitFactsFragment }>();
  const [change] = useChangeUnitMutation();
  const page = to(`/units/${unit.id}`);

  const command = useCommandForm<UnitValues>({
    rules,
    initial: valuesOf(unit),
    send: async (values) => {
      const { id: unitId, version } = base.current;
      const changes = changesOf(valuesOf(base.current), values);
      if (Object.keys(changes).length === 0) return [];
      const { data } = await change({ variables: { input: { unitId, version, ...changes } } });
      if (data?.changeUnit?.unit) {
        setSaved(true);
        forgetUnitLists(client.cache, [base.current.building]);
        void notify({ message: t('changed', { reference: data.changeUnit.unit.reference }) });
      }
      return data?.changeUnit?.errors;
    },
    onDone: () => router.push(page),
    onConflict: (values) => void compare(values),
  });
  const { form } = command;
  useUnsaved(form.isDirty() && !command.isSending);

  const compare = async (values: UnitValues) => {
    const { data, error } = await client.query({
      query: UnitFormDocument,
      variables: { id: unit.id },
      fetchPolicy: 'network-only',
    });
    const theirs = data?.unit;
    if (theirs) {
      const mine = rebase(valuesOf(base.current), values, valuesOf(theirs));
      setConflict({ mine, theirs });
    } else void notify({ message: failureText(error), isFailure: true });
  };
  const place = (into: UnitBuildingFragment | null) => {
    setBuilding(into);
    form.setFieldValue('buildingId', into?.id ?? null);
    form.setFieldValue(
      'entranceCode',
      into?.id === base.current.building?.id ? (base.current.entranceCode ?? '') : '',
    );
  };
  /** Goes on from what is saved now, with `values` in the form. */
  const goOn = (from: UnitFactsFragment, values: UnitValues) => {
    base.current = from;
    setSeen(from);
    if (values.buildingId === (from.building?.id ?? null)) setBuilding(from.building);
    form.setValues(values);
    setConflict(undefined);
  };
  const reload = () => {
    if (form.isDirty()) void compare(form.getValues());
    else goOn(unit, valuesOf(unit));
  };
  const isChanged = unit.version > seen.version && !command.isSending && !isSaved;
  if (seen.isRetired) {
    return (
      <Alert color="gray" variant="light">
        {t('retired')}
      </Alert>
    );
  }
  return (
    <form onSubmit={command.submit} noValidate>
      <ChangedNotice isFloating isShown={isChanged && !conflict} onReload={reload} />
      <Stack maw="70rem">
        <UnitFields
          command={command}
          property={unit.property}
          building={building}
          onBuilding={place}
        />
        <FormFooter
          failure={command.failure}
          isSending={command.isSending}
          submit={t('save')}
          onCancel={() => router.push(page)}
        />
        {conflict && (
          <Suspense>
            <UnitConflict
              mine={conflict.mine}
              myBuilding={building}
              theirs={conflict.theirs}
              onKeepMine={() => {
                goOn(conflict.theirs, conflict.mine);
                command.submit();
              }}
              onTakeTheirs={() => goOn(conflict.theirs, valuesOf(conflict.theirs))}
              onClose={() => setConflict(undefined)}
            />
          </Suspense>
        )}
      </Stack>
    </form>
  );
}
