import type {
  ImportField,
  ImportLayout,
  ImportWizardQuery,
  MappedColumnFragment,
} from '../gql/graphql';
import type { Step } from '../stage';

/** The import that the wizard shows. */
export type WizardImport = NonNullable<ImportWizardQuery['import']>;
export type LayoutDefinition = NonNullable<ImportWizardQuery['importLayouts']>[number];
export type FieldDefinition = LayoutDefinition['fields'][number];
export type MappedColumn = MappedColumnFragment;
export type { ImportField, ImportLayout };

/** What every step of the wizard is given. */
export interface StepProps {
  found: WizardImport;
  /** Goes to another step; the way back leads here. */
  go: (step: Step) => void;
}
