'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiTexts } from './texts';

/** Asks before something that is hard to take back; says what will happen. Focus begins on "cancel". */
export function ConfirmDialog(props: {
  title: string;
  confirm: string;
  isOpen: boolean;
  isBusy?: boolean;
  isDangerous?: boolean;
  isImpossible?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const texts = useUiTexts();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Stack>
        {props.children}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {texts.cancel}
          </Button>
          {!props.isImpossible && (
            <Button
              color={props.isDangerous ? 'red.9' : undefined}
              loading={props.isBusy}
              onClick={props.onConfirm}
            >
              {props.confirm}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
