import { parseAsStringLiteral } from 'nuqs/server';
import type { inferParserType } from 'nuqs/server';
import { findingsAddress, findingFilter } from '../findings/address';
import type { ImportWizardQueryVariables } from '../gql/graphql';
import { STEPS } from '../stage';
import { PAGE_SIZE } from '@/shared/list/list-address';

/** What the wizard keeps in its address beside the import: the step, and which findings are shown. */
export const wizardAddress = {
  step: parseAsStringLiteral(STEPS),
  ...findingsAddress,
};

/** Findings are asked for with the page where it shows them at once. */
export function wizardVariables(
  id: string,
  { step, ...address }: inferParserType<typeof wizardAddress>,
): ImportWizardQueryVariables {
  return {
    id,
    withFindings: step !== 'file' && step !== 'columns',
    findings: findingFilter(address),
    first: PAGE_SIZE,
  };
}
