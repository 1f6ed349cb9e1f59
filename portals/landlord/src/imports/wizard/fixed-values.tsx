'use client';

import { ActionIcon, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { Section } from '@propertea/ui';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { importPortfolio } from '../gql/rules';
import { withValue, withoutValue } from './draft';
import type { Draft } from './draft';
import type { FieldDefinition, ImportField } from './wizard-types';

interface Props {
  fields: readonly FieldDefinition[];
  draft: Draft;
  /** By field. */
  problems: Readonly<Record<string, string>>;
  isDisabled: boolean;
  onDraft: (draft: Draft) => void;
}

/** Fields that no column holds and that are the same in all rows; required ones are always shown. */
export function FixedValues(props: Props) {
  const { fields, draft } = props;
  const t = useTranslations('imports.values');
  const tFields = useTranslations('enums.ImportField');
  const mapped = new Set(Object.values(draft.columns));
  const open = fields.filter(({ field }) => !mapped.has(field));
  const isShown = ({ field, isRequired }: FieldDefinition) =>
    isRequired || draft.values[field] !== undefined;
  const shown = open.filter((field) => field.canBeFixed && isShown(field));
  const addable = open.filter((field) => field.canBeFixed && !isShown(field));
  const onlyColumns = open.filter(({ isRequired, canBeFixed }) => isRequired && !canBeFixed);
  if (shown.length + addable.length + onlyColumns.length === 0) return null;
  return (
    <Section title={t('title')} order={3}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('what')}
      </Text>
      {onlyColumns.length > 0 && (
        <Text size="sm" mb="xs">
          {t('onlyColumns', {
            count: onlyColumns.length,
            fields: onlyColumns.map(({ field }) => tFields(field)).join(', '),
          })}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {shown.map((field) => (
          <FixedValue key={field.field} {...props} definition={field} />
        ))}
      </SimpleGrid>
      {addable.length > 0 && (
        <NativeSelect
          label={t('add')}
          value=""
          disabled={props.isDisabled}
          mt="sm"
          maw="24rem"
          onChange={({ currentTarget }) => {
            const field = currentTarget.value as ImportField;
            if (field) props.onDraft(withValue(draft, field, ''));
          }}
        >
          <option value="">{t('choose')}</option>
          {addable.map(({ field }) => (
            <option key={field} value={field}>
              {tFields(field)}
            </option>
          ))}
        </NativeSelect>
      )}
    </Section>
  );
}

function FixedValue(props: Props & { definition: FieldDefinition }) {
  const { draft, definition } = props;
  const { field, isRequired, choices } = definition;
  const t = useTranslations('imports.values');
  const tFields = useTranslations('enums.ImportField');
  const tHints = useTranslations('imports.hints');
  const choiceName = useChoiceName(field);
  const hint = field as Parameters<typeof tHints.has>[0];
  const common = {
    label: tFields(field),
    value: draft.values[field] ?? '',
    error: props.problems[field],
    withAsterisk: isRequired,
    disabled: props.isDisabled,
    description: tHints.has(hint) ? tHints(hint) : undefined,
    flex: 1,
  };
  const set = (value: string) => props.onDraft(withValue(draft, field, value));
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      {choices.length > 0 ? (
        <NativeSelect {...common} onChange={({ currentTarget }) => set(currentTarget.value)}>
          <option value="">{t('choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceName(choice)}
            </option>
          ))}
        </NativeSelect>
      ) : (
        <TextInput
          {...common}
          maxLength={importPortfolio['mapping[].value'].maxLength}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      )}
      {!isRequired && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t('remove', { field: tFields(field) })}
          disabled={props.isDisabled}
          onClick={() => props.onDraft(withoutValue(draft, field))}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** What a value of the schema is called; itself where no other name is known. */
function useChoiceName(field: ImportField): (choice: string) => string {
  const t = useTranslations('enums');
  const type = field === 'CATEGORY' ? 'UnitCategory' : 'PropertyType';
  return (choice) => {
    const key = `${type}.${choice}` as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key) : choice;
  };
}
