'use client';

import { ActionIcon, Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconLink, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { notify } from '@/shell/notify';
import { ViewsButton } from './views-button';

interface View {
  name: string;
  /** The query of the address, with its question mark. */
  query: string;
}

/** Views of a list that this browser remembers by name; a view is an address, so its link can be sent. */
export default function SavedViews({ list }: { list: string }) {
  const t = useTranslations('common.views');
  const router = useRouter();
  const pathname = usePathname();
  const [views, setViews] = useLocalStorage<View[]>({
    key: `propertea-views-${list}`,
    defaultValue: [],
  });
  const [isNaming, { open, close }] = useDisclosure();
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    await notify({ message: t('copied') });
  };
  return (
    <>
      <Menu position="bottom-end" width={260} defaultOpened>
        <Menu.Target>
          <ViewsButton />
        </Menu.Target>
        <Menu.Dropdown>
          {views.map(({ name, query }) => (
            <Group key={name} gap={0} wrap="nowrap">
              <Menu.Item onClick={() => router.push(`${pathname}${query}`)}>{name}</Menu.Item>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('forget', { name })}
                onClick={() => setViews(views.filter((view) => view.name !== name))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {t('save')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLink size={16} aria-hidden />}
            onClick={() => void copyLink()}
          >
            {t('copy')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog
        isOpen={isNaming}
        onClose={close}
        onName={(name) => {
          const view = { name, query: window.location.search };
          setViews([...views.filter((one) => one.name !== name), view]);
          close();
        }}
      />
    </>
  );
}

function NameDialog(props: {
  isOpen: boolean;
  onClose: () => void;
  onName: (name: string) => void;
}) {
  const t = useTranslations('common.views');
  const tUi = useTranslations('ui');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) props.onName(name.trim());
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('save')}
      closeButtonProps={{ 'aria-label': tUi('close') }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            maxLength={60}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit">{t('save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
