import { setTimeout as pause } from 'node:timers/promises';
import { createExecutor } from '../create-executor.js';
import { httpSubgraph } from '../fetch/http-subgraph.js';
import { TrafficLane } from '../traffic/lane.js';
import { trafficTo } from './config.js';
import type { ServeConfig } from './config.js';
import { listen } from './http-server.js';
import { graphqlDoor } from './server.js';
import type { ServeContext } from './server.js';
import { socketsDoor } from './sockets.js';

const TRACE = ['traceparent', 'tracestate'];

export interface RunningGateway {
  readonly port: number;
  /**
   * Says at /health that it stops, goes on for `drain.leadMs`, closes its sockets (1012), lets what is under way
   * end within `drain.graceMs`, and cuts the rest.
   */
  stop(): Promise<void>;
}

/** Serves a supergraph whose subgraphs are behind HTTP. Port 0 picks a free one. */
export async function startGateway(
  supergraphSdl: string,
  port: number,
  config: ServeConfig,
): Promise<RunningGateway> {
  const pick =
    (names: readonly string[]) =>
    ({ context }: { context: ServeContext }): Record<string, string> => {
      const picked: Record<string, string> = {};
      for (const name of names) {
        const value = context.headers[name];
        if (value !== undefined) picked[name] = String(value);
      }
      return picked;
    };
  const forwarded = pick(config.forwardHeaders);
  const open: { close(): Promise<void> }[] = [];
  const executor = await createExecutor<ServeContext>({
    supergraphSdl,
    cacheBytes: config.limits.cacheBytes,
    defer: true,
    subgraph(name, url) {
      const rules = trafficTo(name, config);
      const subgraph = httpSubgraph<ServeContext>({
        name,
        url: config.subgraphs[name]?.url ?? url,
        subscriptionUrl: config.subgraphs[name]?.subscriptionUrl,
        headers: forwarded,
        ...(config.responseHeaders.length > 0 && {
          said: (headers, { context }) => context.passed?.add(headers),
        }),
        traceHeaders: pick(TRACE.filter((header) => !config.forwardHeaders.includes(header))),
        timeoutMs: config.limits.timeoutMs,
        maxBytes: config.limits.answerBytes,
        lane: rules && new TrafficLane(rules),
      });
      open.push(subgraph);
      return subgraph;
    },
  });
  const door = graphqlDoor(executor, config);
  const sockets = socketsDoor<ServeContext>({
    executor: () => executor,
    // Browsers cannot add headers to an upgrade: what they say first counts as headers.
    context: (init, { headers }) => ({ headers: { ...headers, ...textsOf(init) } }),
    sharingKey: (context) => JSON.stringify(forwarded({ context })),
    documents: { tokens: config.limits.tokens, introspection: config.introspection },
    limits: config.sockets,
  });
  const server = await listen(door.answer, sockets.upgrade, port, config.host, config.limits);
  const stop = async (): Promise<void> => {
    const { leadMs, graceMs } = config.drain;
    door.stopping();
    sockets.refuse();
    server.sayFarewell();
    if (leadMs > 0) await pause(leadMs);
    const drained = server.drain(graceMs);
    await sockets.close();
    await drained;
    door.cut();
    await executor.stop();
    await Promise.all(open.map((subgraph) => subgraph.close()));
  };
  let stopped: Promise<void> | undefined;
  return { port: server.port, stop: () => (stopped ??= stop()) };
}

function textsOf(init: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(init)) {
    if (typeof value === 'string') texts[name.toLowerCase()] = value;
  }
  return texts;
}
