'use client';

import { Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { Section } from '@propertea/ui';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { CommandForm } from '@/shared/forms/use-command-form';
import { PartyFields } from '../lease-commands/party-fields';
import { newParty } from './values';
import type { DraftValues } from './values';

const MOST = 20;

/** Who rents, lives there, or vouches. */
export function PartiesStep({ command }: { command: CommandForm<DraftValues> }) {
  const { form } = command;
  const t = useTranslations('leasing.wizard');
  const { parties } = form.values;
  return (
    <Stack>
      {parties.map((party, index) => (
        <Section
          key={party.key}
          title={party.name || t('person', { number: index + 1 })}
          actions={
            parties.length > 1 && (
              <Button
                size="xs"
                variant="default"
                onClick={() => form.removeListItem('parties', index)}
              >
                {t('removePerson')}
              </Button>
            )
          }
        >
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <PartyFields command={command} at={`parties.${index}.`} />
          </SimpleGrid>
        </Section>
      ))}
      <Group>
        <Button
          variant="default"
          disabled={parties.length >= MOST}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => form.insertListItem('parties', newParty())}
        >
          {t('addPerson')}
        </Button>
      </Group>
    </Stack>
  );
}
