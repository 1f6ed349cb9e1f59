'use client';

import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSession } from '@/session/session-provider';
import { dialogOnDemand } from '@/shared/dialog/dialog-on-demand';
import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import type { UnitRowFragment } from '../gql/graphql';

export interface RetireManyProps extends DialogProps {
  /** Live units that this person may change. */
  units: readonly UnitRowFragment[];
  /** Some were retired, or could not be. */
  onDone: () => void;
}

const Dialog = dialogOnDemand<RetireManyProps>(() => import('./retire-many-dialog'));

/** Retires the chosen units, as far as they are live and may be changed. */
export function RetireMany(props: { chosen: readonly UnitRowFragment[]; onDone: () => void }) {
  const t = useTranslations('units.retireMany');
  const { rights } = useSession();
  // What was asked for stays as it was while the list behind goes on changing.
  const [asked, setAsked] = useState<readonly UnitRowFragment[]>();
  const units = props.chosen.filter(
    ({ isRetired, property }) =>
      !isRetired && rights.mayEdit({ companyId: property.company?.id, propertyId: property.id }),
  );
  if (units.length === 0 && !asked) return null;
  return (
    <>
      {units.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconArchive size={16} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setAsked(units)}
        >
          {t('button', { count: units.length })}
        </Button>
      )}
      <Dialog
        units={asked ?? units}
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        onDone={() => {
          props.onDone();
          // The button goes with the choice: reading goes on at the page.
          requestAnimationFrame(() => document.querySelector<HTMLElement>('main')?.focus());
        }}
      />
    </>
  );
}
