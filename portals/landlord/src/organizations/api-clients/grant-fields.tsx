'use client';

import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CompanySelect, PropertySelect } from '../reach/place-select';
import { REACHES, ROLES } from '../reach/roles';
import { NEW_GRANT } from './api-client-values';
import type { ApiClientValues } from './api-client-values';

const MOST = 20;

/** The roles of an API client, each with its reach. */
export function GrantFields({ form }: { form: UseFormReturnType<ApiClientValues> }) {
  const t = useTranslations('apiClients.form');
  const { grants } = form.getValues();
  return (
    <Stack gap="xs">
      {grants.map((_grant, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- roles are known by their place alone
        <Role key={`${grants.length}-${index}`} form={form} index={index} />
      ))}
      {grants.length < MOST && (
        <Group>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('grants', NEW_GRANT)}
          >
            {t('addRole')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Role({ form, index }: { form: UseFormReturnType<ApiClientValues>; index: number }) {
  const t = useTranslations('apiClients.form');
  const tReach = useTranslations('members.reach');
  const tEnums = useTranslations('enums');
  const { grants } = form.getValues();
  const grant = grants[index] ?? NEW_GRANT;
  const path = `grants.${index}`;
  const number = index + 1;
  return (
    <Fieldset legend={t('role', { number })} p="sm">
      <Stack gap="xs">
        <NativeSelect
          label={tReach('role')}
          description={tReach(`what.${grant.role}`)}
          data={ROLES.map((value) => ({ value, label: tEnums(`Role.${value}`) }))}
          {...form.getInputProps(`${path}.role`)}
        />
        <NativeSelect
          label={tReach('reach')}
          data={REACHES.map((value) => ({ value, label: tEnums(`ReachKind.${value}`) }))}
          value={grant.reach}
          onChange={({ currentTarget }) => form.setFieldValue(`${path}.reach`, currentTarget.value)}
        />
        {grant.reach === 'COMPANY' && (
          <CompanySelect
            label={tReach('company')}
            required
            placeholder={grant.place || tReach('search')}
            {...form.getInputProps(`${path}.companyId`)}
            value={grant.companyId || null}
          />
        )}
        {grant.reach === 'PROPERTY' && (
          <PropertySelect
            label={tReach('property')}
            required
            placeholder={grant.place || tReach('search')}
            {...form.getInputProps(`${path}.propertyId`)}
            value={grant.propertyId || null}
          />
        )}
        {grants.length > 1 && (
          <Group justify="flex-end">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRole', { number })}
              onClick={() => form.removeListItem('grants', index)}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}
