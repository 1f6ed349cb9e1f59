import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { usesDefer } from '../operation/deferred-fragments.js';

const MAX_BYTES = 16 * 1024 * 1024;

/** Documents that were parsed and found valid against one schema, by their source. */
export class Documents {
  readonly #valid = new LRUCache<string, DocumentNode>({
    maxSize: MAX_BYTES,
    // A parsed document takes some ten times its text.
    sizeCalculation: (_, source) => source.length * 10 + 1,
  });

  readonly #deferring = new WeakSet<DocumentNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: { tokens: number; introspection: boolean },
  ) {}

  /** Whether a document that was read here may defer something. */
  defers(document: DocumentNode): boolean {
    return this.#deferring.has(document);
  }

  /** The document, or what is wrong with it. */
  read(source: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#valid.get(source);
    if (known) return known;
    const rules = this.options.introspection
      ? specifiedRules
      : [...specifiedRules, NoSchemaIntrospectionCustomRule];
    try {
      const document = parse(source, { maxTokens: this.options.tokens });
      const errors = validate(this.schema, document, rules, { maxErrors: 20 });
      if (errors.length > 0) return errors;
      this.#valid.set(source, document);
      if (usesDefer(document)) this.#deferring.add(document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }
}
