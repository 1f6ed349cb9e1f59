'use client';

import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
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
  /** Why it could not be done. */
  failure?: string | undefined;
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
        {props.failure && (
          <Alert color="red" variant="light" role="alert">
            {props.failure}
          </Alert>
        )}
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
