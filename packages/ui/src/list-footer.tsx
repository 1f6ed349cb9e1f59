'use client';

import { Button, Group, Text } from '@mantine/core';
import { useUiTexts } from './texts';

/** How much of a list is shown, and the way to more of it. */
export function ListFooter(props: {
  shown: number;
  total: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}) {
  const texts = useUiTexts();
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status">
        {texts.showing(props.shown, props.total)}
      </Text>
      {props.hasMore && (
        <Button variant="default" onClick={props.onMore} loading={props.isLoading}>
          {texts.loadMore}
        </Button>
      )}
    </Group>
  );
}
