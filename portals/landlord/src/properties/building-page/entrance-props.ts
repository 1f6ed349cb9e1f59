import type { DialogProps } from '@/shared/dialog/dialog-on-demand';
import type { BuildingFactsFragment } from '../gql/graphql';

export interface AddEntranceProps extends DialogProps {
  building: BuildingFactsFragment;
}

export interface EntranceDialogProps extends AddEntranceProps {
  entrance: BuildingFactsFragment['entrances'][number];
}
