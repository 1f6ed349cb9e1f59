import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import type { MemberFieldsFragment } from '../gql/graphql';

/** What is done with a member in a dialog of its own, before the drawer. */
export interface MemberDialogProps extends DialogProps {
  member: MemberFieldsFragment;
  name: string;
  /** The person is no longer a member. */
  onGone: () => void;
}
