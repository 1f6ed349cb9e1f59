import { createHash } from 'node:crypto';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CompiledOperation } from '../compile/compile-operation.js';
import type { WarmOperation } from '../executor.js';
import { decisiveVariables } from './conditions.js';
import type { Decisions } from './conditions.js';
import { deferVariables, usesDefer } from './deferred-fragments.js';
import { selectOperation, textOf } from './select-operation.js';
import type { SelectedOperation } from './select-operation.js';

/** For whom, and with which decisions, an operation is compiled. */
export interface Variant extends Omit<WarmOperation, 'document'> {
  /** Equal for callers who may read the same. */
  readonly rights: string;
  readonly decisions: Decisions;
}

/** An operation of a document, as it is known before it is compiled. */
export interface KnownOperation {
  /** Equal for operations that differ in nothing that matters. */
  readonly id: string;
  readonly text: string;
  readonly variableDefinitions: OperationDefinitionNode['variableDefinitions'];
  /** The variables by whose values it is compiled apart. */
  readonly decisive: readonly string[];
  readonly usesDefer: boolean;
  /** The same operation where its deferred fragments come later, which is compiled apart. */
  readonly incremental?: KnownOperation | undefined;
  /** Only of that one: those of `decisive` that hold unless they are false, as @defer does. */
  readonly holdsByDefault?: ReadonlySet<string>;
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
  /** What is known of a document's operations; documents are kept by whoever parsed them. */
  readonly #known = new WeakMap<DocumentNode, Map<string, KnownOperation>>();

  constructor(maxBytes: number) {
    this.#done = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ compiled, document }) => compiled.bytes + 2 * document.length,
    });
  }

  /** Whether an operation of the document is known. */
  knows(document: DocumentNode): boolean {
    return this.#known.has(document);
  }

  /** Throws a GraphQLError for an operation name that is unknown or missing. */
  known(document: DocumentNode, operationName: string): KnownOperation {
    const known = this.#known.get(document)?.get(operationName);
    if (known) return known;
    const selected = selectOperation(document, operationName || undefined);
    const text = textOf(selected);
    const whole = {
      id: createHash('sha256').update(text).digest('base64'),
      text,
      variableDefinitions: selected.operation.variableDefinitions,
      decisive: decisiveVariables(selected) ?? [],
      usesDefer: usesDefer(document),
    };
    const found = whole.usesDefer ? { ...whole, incremental: incremental(whole, selected) } : whole;
    let operations = this.#known.get(document);
    if (!operations) this.#known.set(document, (operations = new Map()));
    operations.set(operationName, found);
    return found;
  }

  /** The compiled operation, at once if it is there already; rejects with what `compile` throws. */
  get(
    known: KnownOperation,
    variant: Variant,
    compile: () => Promise<CompiledOperation>,
  ): CompiledOperation | Promise<CompiledOperation> {
    const key = keyOf(known, variant);
    const done = this.#done.get(key);
    if (done) return done.compiled;
    let compiling = this.#underWay.get(key);
    if (!compiling) {
      compiling = compile()
        .then((compiled) => {
          const { caller, overrides, decisions } = variant;
          const entry = { document: known.text, caller, overrides, decisions, compiled };
          this.#done.set(key, known.holdsByDefault ? { ...entry, incremental: true } : entry);
          return compiled;
        })
        .finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, compiling);
    }
    return compiling;
  }

  /** What is kept, the most recently used first. */
  operations(): WarmOperation[] {
    return [...this.#done.values()].map(
      ({ document, caller, overrides, decisions, incremental: isIncremental }) => ({
        document,
        caller,
        overrides,
        ...(decisions && { decisions }),
        ...(isIncremental && { incremental: true }),
      }),
    );
  }

  /** What the kept operations take, in bytes. */
  get bytes(): number {
    return this.#done.calculatedSize;
  }
}

/** The values by which an operation is compiled apart. */
export function decisionsOf(
  { decisive, holdsByDefault }: KnownOperation,
  coerced: Readonly<Record<string, unknown>>,
): Decisions {
  const decisions: Record<string, boolean> = {};
  for (const name of decisive) {
    decisions[name] = holdsByDefault?.has(name) ? coerced[name] !== false : coerced[name] === true;
  }
  return decisions;
}

/** With too many conditions it is not known what is deferred: then nothing is. */
function incremental(
  whole: KnownOperation,
  selected: SelectedOperation,
): KnownOperation | undefined {
  const variables = deferVariables(selected);
  const decisive = decisiveVariables(selected, variables);
  if (selected.operation.operation === 'subscription' || !decisive) return undefined;
  const others = new Set(decisiveVariables(selected));
  const holdsByDefault = new Set(variables.filter((name) => !others.has(name)));
  return { ...whole, id: `${whole.id}|incremental`, decisive, holdsByDefault };
}

function keyOf(
  { id, decisive }: KnownOperation,
  { rights, overrides, decisions }: Variant,
): string {
  let key = `${id}|${rights}`;
  if (decisive.length > 0)
    key += `|${decisive.map((name) => (decisions[name] ? '1' : '0')).join('')}`;
  return overrides.length > 0 ? `${key}|${overrides.join()}` : key;
}
