'use client';

import { useTranslations } from 'next-intl';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import { notify } from '@/shell/notify';
import { RemoveBlockDocument } from '../gql/graphql';
import type { BlockFactsFragment, TimelineUnitFragment } from '../gql/graphql';
import { CommandDialog } from '../lease-commands/command-dialog';
import { useSend } from '../lease-commands/use-send';

/** Takes a block back: the unit can be let again. */
export default function RemoveBlock(
  props: DialogProps & {
    unit: TimelineUnitFragment;
    block: BlockFactsFragment;
    onStale: () => void;
  },
) {
  const { unit, block, ...rest } = props;
  const t = useTranslations('leasing.commands.unblock');
  const send = useSend();
  const name = unit.unit?.reference ?? unit.code;
  return (
    <CommandDialog
      {...rest}
      title={t('title', { unit: name })}
      what={t('what')}
      submit={t('submit')}
      rules={{}}
      initial={{}}
      send={() => send(RemoveBlockDocument, { blockId: block.id, version: block.version })}
      onDone={() => void notify({ message: t('done', { unit: name }) })}
    />
  );
}
