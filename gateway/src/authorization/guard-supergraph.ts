import { parse } from 'graphql';
import type { LoadedSupergraph } from '../executor/executor.js';
import { readAccessRules, withoutSecurityMarks } from './access-rules.js';
import { refusals } from './refusals.js';

/**
 * Loads a supergraph with @authenticated, @requiresScopes and @policy, which Apollo's gateway refuses
 * because it would not enforce them. This one function both takes away the refusal and puts the
 * enforcement in its place: `load` sees the readable supergraph, and the caller gets an `execute` that
 * sends nothing to any room while a selected field is out of the caller's reach. Any other protection
 * that a supergraph may ask for stays refused.
 */
export async function guardSupergraph(
  supergraphSdl: string,
  load: (readableSdl: string) => Promise<LoadedSupergraph>,
): Promise<LoadedSupergraph> {
  const rules = readAccessRules(parse(supergraphSdl, { noLocation: true }));
  const loaded = await load(withoutSecurityMarks(supergraphSdl));
  return {
    schema: loaded.schema,
    stop: () => loaded.stop(),
    async execute(request, context) {
      const errors = refusals(request, context.identity, rules, loaded.schema);
      return errors.length > 0 ? { errors } : loaded.execute(request, context);
    },
  };
}
