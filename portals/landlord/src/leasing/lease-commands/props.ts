import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import type { LeaseFactsFragment } from '../gql/graphql';

/** What every dialog about a lease is given. */
export interface LeaseDialogProps extends DialogProps {
  lease: LeaseFactsFragment;
  /** It was changed in the meantime. */
  onStale: () => void;
  /** A newer lease is known than the one that was opened, and `onReload` takes it (`leaseDialog`). */
  isStale?: boolean;
  onReload?: () => void;
}

/** A text that may be left out, as a command takes it. */
export const textOrNull = (text: string): string | null => text.trim() || null;
