import type { Executor } from '../executor/executor.js';
import { FieldCosts } from './field-costs.js';
import { OperationCosts } from './operation-costs.js';

/** Costs over the schema that an executor serves now, read when somebody first asks. */
export function costsOfGraph(
  executor: Pick<Executor, 'onSchema'>,
): () => OperationCosts | undefined {
  let make: (() => OperationCosts) | undefined;
  let known: OperationCosts | undefined;
  executor.onSchema((schema, supergraphSdl) => {
    known = undefined;
    make = () => new OperationCosts(schema, new FieldCosts(supergraphSdl));
  });
  return () => (known ??= make?.());
}
