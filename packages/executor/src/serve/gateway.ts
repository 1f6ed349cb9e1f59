import type { AddressInfo } from 'node:net';
import { createExecutor } from '../create-executor.js';
import { httpSubgraph } from '../fetch/http-subgraph.js';
import type { SubgraphCall } from '../subgraph.js';
import type { ServeConfig } from './config.js';
import { graphqlServer } from './server.js';
import type { ServeContext } from './server.js';

const TRACE = ['traceparent', 'tracestate'];

export interface RunningGateway {
  readonly port: number;
  stop(): Promise<void>;
}

/** Serves a supergraph whose subgraphs are behind HTTP. Port 0 picks a free one. */
export async function startGateway(
  supergraphSdl: string,
  port: number,
  config: ServeConfig,
): Promise<RunningGateway> {
  const pick = (names: readonly string[]) => {
    return ({ context }: SubgraphCall<ServeContext>): Record<string, string> => {
      const picked: Record<string, string> = {};
      for (const name of names) {
        const value = context.headers[name];
        if (value !== undefined) picked[name] = String(value);
      }
      return picked;
    };
  };
  const open: { close(): Promise<void> }[] = [];
  const executor = await createExecutor<ServeContext>({
    supergraphSdl,
    cacheBytes: config.limits.cacheBytes,
    subgraph(name, url) {
      const subgraph = httpSubgraph<ServeContext>({
        name,
        url: config.subgraphs[name]?.url ?? url,
        headers: pick(config.forwardHeaders),
        traceHeaders: pick(TRACE.filter((header) => !config.forwardHeaders.includes(header))),
        timeoutMs: config.limits.timeoutMs,
        maxBytes: config.limits.answerBytes,
      });
      open.push(subgraph);
      return subgraph;
    },
  });
  const server = graphqlServer(executor, config);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, config.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
      await executor.stop();
      await Promise.all(open.map((subgraph) => subgraph.close()));
    },
  };
}
