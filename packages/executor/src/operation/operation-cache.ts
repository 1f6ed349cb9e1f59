import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CompiledOperation } from '../compile/compile-operation.js';
import type { WarmOperation } from '../executor.js';
import { selectOperation, textOf } from './select-operation.js';

/** For whom an operation is compiled. `rights` are equal for callers who may read the same. */
export interface Variant extends Pick<WarmOperation, 'caller' | 'overrides'> {
  readonly rights: string;
}

interface Entry extends WarmOperation {
  readonly compiled: CompiledOperation;
}

/**
 * Compiled operations by their normalised text and the rights of their callers, bounded in bytes: the
 * least recently used go first. An operation that is asked for while it is being compiled is compiled once.
 */
export class OperationCache {
  readonly #done: LRUCache<string, Entry>;
  readonly #underWay = new Map<string, Promise<CompiledOperation>>();
  /** What a document's operations are called here; documents are kept by whoever parsed them. */
  readonly #ids = new WeakMap<DocumentNode, Map<string, string>>();

  constructor(maxBytes: number) {
    this.#done = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ compiled, document }) => compiled.bytes + 2 * document.length,
    });
  }

  /** The compiled operation if it is there already. */
  find(
    document: DocumentNode,
    operationName: string,
    variant: Variant,
  ): CompiledOperation | undefined {
    const id = this.#ids.get(document)?.get(operationName);
    return id === undefined ? undefined : this.#done.get(keyOf(id, variant))?.compiled;
  }

  /** The compiled operation; rejects with what `compile` throws. Throws for an unknown operation name. */
  get(
    document: DocumentNode,
    operationName: string,
    variant: Variant,
    compile: () => Promise<CompiledOperation>,
  ): Promise<CompiledOperation> {
    const text = textOf(selectOperation(document, operationName || undefined));
    const id = createHash('sha256').update(text).digest('base64');
    let ids = this.#ids.get(document);
    if (!ids) this.#ids.set(document, (ids = new Map()));
    ids.set(operationName, id);
    const key = keyOf(id, variant);
    const known = this.#done.get(key);
    if (known) return Promise.resolve(known.compiled);
    let compiling = this.#underWay.get(key);
    if (!compiling) {
      compiling = compile()
        .then((compiled) => {
          const { caller, overrides } = variant;
          this.#done.set(key, { document: text, caller, overrides, compiled });
          return compiled;
        })
        .finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, compiling);
    }
    return compiling;
  }

  /** What is kept, the most recently used first. */
  operations(): WarmOperation[] {
    return [...this.#done.values()].map(({ document, caller, overrides }) => ({
      document,
      caller,
      overrides,
    }));
  }

  /** What the kept operations take, in bytes. */
  get bytes(): number {
    return this.#done.calculatedSize;
  }
}

function keyOf(id: string, { rights, overrides }: Variant): string {
  return overrides.length > 0 ? `${id}|${rights}|${overrides.join()}` : `${id}|${rights}`;
}
