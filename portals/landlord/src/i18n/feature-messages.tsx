import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MoreMessages } from './more-messages';
import type { FeatureNamespace } from './namespaces';

/** The texts of one feature, for the layout of its pages. */
export async function FeatureMessages(props: { of: FeatureNamespace; children: ReactNode }) {
  const messages = await getMessages();
  return (
    <MoreMessages messages={{ [props.of]: messages[props.of] }}>{props.children}</MoreMessages>
  );
}
