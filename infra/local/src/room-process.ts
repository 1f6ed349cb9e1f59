import { fileURLToPath } from 'node:url';
import { overHttp } from '@propertea/chassis/runtime';
import type { RoomTransport } from '@propertea/chassis/runtime';
import { startLeashed } from './leashed-process.js';

export interface RoomProcessOptions {
  readonly name: string;
  readonly port: number;
  readonly environment: Record<string, string>;
  /** Its structured log goes here, or to our own output where undefined. */
  readonly logFile: string | undefined;
  readonly signal: AbortSignal;
}

export interface RoomProcess {
  readonly pid: number;
  readonly url: string;
  readonly transport: RoomTransport;
  stop(): Promise<void>;
}

/** Runs `subgraphs/<name>/dist/main.js` in a process of its own and resolves when it is ready. */
export async function startRoomProcess(options: RoomProcessOptions): Promise<RoomProcess> {
  const { name, port, environment, logFile, signal } = options;
  const url = `http://127.0.0.1:${port}`;
  const transport = overHttp(name, url);
  const main = fileURLToPath(new URL(`../../../subgraphs/${name}/dist/main.js`, import.meta.url));
  const started = await startLeashed({
    title: `The room ${name}`,
    program: [main],
    preload: process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
      ? ['@propertea/observability/telemetry-inside']
      : [],
    environment: {
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      OTEL_SERVICE_NAME: `propertea-${name}`,
    },
    logFile,
    isReady: async () => (await transport.ready()).ready,
    signal,
  });
  return { pid: started.pid, url, transport, stop: () => started.stop() };
}
