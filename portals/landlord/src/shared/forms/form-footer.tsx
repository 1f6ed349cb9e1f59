'use client';

import { Alert, Button, Group, Stack } from '@mantine/core';
import { useUiTexts } from '@propertea/ui';

/** What is wrong with a form as a whole, and its buttons. */
export function FormFooter(props: {
  failure: string | undefined;
  isSending: boolean;
  submit: string;
  onCancel?: () => void;
}) {
  const texts = useUiTexts();
  return (
    <Stack gap="sm">
      {props.failure && (
        <Alert color="red" variant="light" role="alert">
          {props.failure}
        </Alert>
      )}
      <Group justify="flex-end">
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            {texts.cancel}
          </Button>
        )}
        <Button type="submit" loading={props.isSending}>
          {props.submit}
        </Button>
      </Group>
    </Stack>
  );
}
