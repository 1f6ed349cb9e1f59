import { trace } from '@opentelemetry/api';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';

type Execute = (this: unknown, ...parameters: unknown[]) => unknown;

/**
 * The instrumentation of graphql-js for requests that are sampled. As it is, it makes a context for every field
 * of every answer, whether or not anybody will see a span of it: a list of a hundred objects takes three times as long.
 */
export class SampledGraphQLInstrumentation extends GraphQLInstrumentation {
  override init(): ReturnType<GraphQLInstrumentation['init']> {
    const definition = super.init();
    for (const file of definition.files) {
      if (!file.name.endsWith('/execution/execute.js')) continue;
      const patch = file.patch.bind(file);
      file.patch = (exports: { execute: Execute }, version) => {
        const plain = exports.execute;
        const patched = patch(exports, version) as { execute: Execute };
        const traced = patched.execute;
        patched.execute = function execute(...parameters) {
          const isSampled = trace.getActiveSpan()?.isRecording() ?? false;
          return (isSampled ? traced : plain).apply(this, parameters);
        };
        return patched;
      };
    }
    return definition;
  }
}
