import type { ApolloServer } from '@apollo/server';
import { FieldCosts } from '../demand/field-costs.js';
import { OperationCosts } from '../demand/operation-costs.js';
import type { Executor, RequestContext } from '../executor/executor.js';
import type { SchemaFiles } from '../supergraph/schema-files.js';
import { HiddenNames } from './hidden-names.js';
import { publicSupergraph } from './public-supergraph.js';

/** The public graph as it is served now. */
export interface PublicService {
  readonly server: ApolloServer<RequestContext>;
  readonly names: HiddenNames;
  readonly costs: OperationCosts;
}

interface Loaded {
  readonly executor: Executor;
  readonly server: ApolloServer<RequestContext>;
  names: HiddenNames;
  costs: OperationCosts;
}

/**
 * The public contract as a graph of its own over the same rooms: with an executor that knows nothing
 * else to clients. It takes memory, so it is made when it is first asked for.
 */
export class PublicGraph {
  #files: SchemaFiles | undefined;
  #loaded: Promise<Loaded> | undefined;

  constructor(
    private readonly make: {
      executor(): Executor;
      server(executor: Executor): ApolloServer<RequestContext>;
    },
  ) {}

  /** The contract that is served; undefined while nothing is public. */
  get sdl(): string | undefined {
    return this.#files?.publicSdl;
  }

  /** Takes new files over. Rejects and keeps the old ones where the new ones cannot be served. */
  async take(files: SchemaFiles): Promise<void> {
    const loaded = await this.#loaded?.catch(() => undefined);
    if (loaded && files.publicSdl !== undefined) {
      const schema = await loaded.executor.swap(
        publicSupergraph(files.supergraphSdl, files.publicSdl),
      );
      loaded.names = new HiddenNames(files.supergraphSdl, files.publicSdl);
      loaded.costs = new OperationCosts(schema, new FieldCosts(files.supergraphSdl));
    }
    this.#files = files;
  }

  /** Undefined while nothing is public. Rejects when the contract cannot be served. */
  async service(): Promise<PublicService | undefined> {
    if (this.#files?.publicSdl === undefined) return undefined;
    const { supergraphSdl, publicSdl } = this.#files;
    this.#loaded ??= this.#load(supergraphSdl, publicSdl).catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async stop(): Promise<void> {
    const loaded = await this.#loaded?.catch(() => undefined);
    await loaded?.server.stop();
    await loaded?.executor.stop();
  }

  async #load(supergraphSdl: string, publicSdl: string): Promise<Loaded> {
    const executor = this.make.executor();
    const schema = await executor.load(publicSupergraph(supergraphSdl, publicSdl));
    const server = this.make.server(executor);
    await server.start();
    return {
      executor,
      server,
      names: new HiddenNames(supergraphSdl, publicSdl),
      costs: new OperationCosts(schema, new FieldCosts(supergraphSdl)),
    };
  }
}
