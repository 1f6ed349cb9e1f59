'use client';

import { Anchor, Container, Stack, Title } from '@mantine/core';
import { UiLink } from '@propertea/ui';
import type { ReactNode } from 'react';
import { GraphProvider } from '@/graph/graph-provider';
import { SessionGate } from './session-gate';

/** The frame of a page that stands in no organization; `email` is that of the person, where one is signed in. */
export function PlainPage(props: { title: string; email?: string; children: ReactNode }) {
  return (
    <GraphProvider>
      <Container size="xs" py="xl">
        <Stack gap="lg">
          <header>
            <Anchor component={UiLink} href="/" fw={700} underline="hover">
              ProperTea
            </Anchor>
          </header>
          <main>
            <Stack>
              <Title order={1} size="h2">
                {props.title}
              </Title>
              {props.children}
            </Stack>
          </main>
        </Stack>
      </Container>
      {props.email !== undefined && <SessionGate email={props.email} />}
    </GraphProvider>
  );
}
