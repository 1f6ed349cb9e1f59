import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import type { ApiClientFieldsFragment } from '../gql/graphql';

/** What is done with an API client in a dialog of its own, before the drawer. */
export interface ApiClientDialogProps extends DialogProps {
  apiClient: ApiClientFieldsFragment;
}
