'use client';

import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CommandForm } from '@/shared/forms/use-command-form';
import type { Rules } from '@/shared/forms/rule';
import type { ReachKind, Role } from '../gql/graphql';
import { CompanySelect, PropertySelect } from './place-select';
import { REACHES, ROLES } from './roles';

export interface RoleValues extends Record<string, unknown> {
  role: Role;
  companyId: string;
  propertyId: string;
}

/** What a new role begins with. */
export const NEW_ROLE: RoleValues = { role: 'VIEWER', companyId: '', propertyId: '' };

/** The reach of a role that is being given, and the rules with the place that it then needs. */
export function useReach<R extends Rules>(
  rules: R,
): {
  reach: ReachKind;
  setReach: (reach: ReachKind) => void;
  rules: Rules;
} {
  const [reach, setReach] = useState<ReachKind>('ORGANIZATION');
  return {
    reach,
    setReach,
    rules: {
      ...rules,
      companyId: { ...rules['companyId'], required: reach === 'COMPANY' },
      propertyId: { ...rules['propertyId'], required: reach === 'PROPERTY' },
    },
  };
}

/** What of the values goes into the command: a place only where the reach names one. */
export function grantOf({ role, companyId, propertyId }: RoleValues, reach: ReachKind) {
  return {
    role,
    companyId: reach === 'COMPANY' ? companyId : null,
    propertyId: reach === 'PROPERTY' ? propertyId : null,
  };
}

/** Which role, how far, and for which company or property. */
export function RoleFields<V extends RoleValues>(props: {
  command: CommandForm<V>;
  reach: ReachKind;
  onReach: (reach: ReachKind) => void;
  /** The dialog begins here. */
  isFirst?: boolean;
}) {
  const t = useTranslations('members.reach');
  const tEnums = useTranslations('enums');
  const { reach, command } = props;
  const { form, field } = command;
  return (
    <>
      <NativeSelect
        label={t('role')}
        description={t(`what.${form.getValues().role}`)}
        data={ROLES.map((value) => ({ value, label: tEnums(`Role.${value}`) }))}
        {...form.getInputProps('role')}
        data-autofocus={props.isFirst || undefined}
      />
      <NativeSelect
        label={t('reach')}
        data={REACHES.map((value) => ({ value, label: tEnums(`ReachKind.${value}`) }))}
        value={reach}
        onChange={({ currentTarget }) => props.onReach(currentTarget.value as ReachKind)}
      />
      {reach === 'COMPANY' && (
        <CompanySelect
          label={t('company')}
          {...field('companyId')}
          {...form.getInputProps('companyId')}
          value={form.getValues().companyId || null}
        />
      )}
      {reach === 'PROPERTY' && (
        <PropertySelect
          label={t('property')}
          {...field('propertyId')}
          {...form.getInputProps('propertyId')}
          value={form.getValues().propertyId || null}
        />
      )}
    </>
  );
}
