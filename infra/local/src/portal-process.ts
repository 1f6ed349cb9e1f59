import { fileURLToPath } from 'node:url';
import type { Logger } from '@propertea/chassis/runtime';
import { messageOf } from './failure.js';
import { startLeashed } from './leashed-process.js';
import type { LeashedProcess } from './leashed-process.js';
import type { PortalPlace } from './portals.js';

export interface PortalProcessOptions {
  readonly place: PortalPlace;
  /** Of the gateway, as browsers see it. */
  readonly gatewayUrl: string;
  /** Port of the gateway on 127.0.0.1. */
  readonly gatewayPort: number;
  /** Variables beside those that every portal gets, such as the address of map tiles. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Its output goes here, or to our own error output where undefined. */
  readonly logFile: string | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** One that ends sooner than this after its start would only end again. Default: 10 s. */
  readonly steadyMs?: number;
  /** Default: `portals/<name>/server.mjs`. */
  readonly program?: readonly string[];
}

export interface PortalProcess {
  /** Of the process that runs now: another one after it was killed. */
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Runs a built portal in a process of its own and resolves when it serves. Should it end by itself, it is
 * started again; one that does not stay is reported and left.
 */
export async function startPortalProcess(options: PortalProcessOptions): Promise<PortalProcess> {
  const { place, logger, steadyMs = 10_000 } = options;
  let stopping = false;
  let current = await launch(options);
  let restarting: Promise<void> = Promise.resolve();

  const watch = (watched: LeashedProcess, since: number): void => {
    void watched.ended.then(() => {
      restarting = stopping ? restarting : restart(Date.now() - since >= steadyMs);
      return restarting;
    });
  };
  const restart = async (wasSteady: boolean): Promise<void> => {
    logger.error({ portal: place.name }, 'a portal has ended by itself');
    if (!wasSteady) return report(`it ended within ${steadyMs / 1000} seconds`);
    try {
      current = await launch(options);
      watch(current, Date.now());
    } catch (error) {
      if (!stopping) report(messageOf(error));
    }
  };
  const report = (reason: string): void => {
    console.error(
      `The ${place.title.toLowerCase()} at ${place.url} is down and was not started again (${reason}); everything else goes on.`,
    );
  };

  watch(current, Date.now());
  return {
    get pid() {
      return current.pid;
    },
    async stop() {
      stopping = true;
      await restarting;
      await current.stop();
    },
  };
}

function launch(options: PortalProcessOptions): Promise<LeashedProcess> {
  const { place, gatewayPort, logFile, signal } = options;
  const server = fileURLToPath(
    new URL(`../../../portals/${place.name}/server.mjs`, import.meta.url),
  );
  return startLeashed({
    title: `The ${place.title.toLowerCase()}`,
    program: options.program ?? [server],
    preload: process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
      ? ['@propertea/observability/telemetry']
      : [],
    environment: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: options.logger.level,
      OTEL_SERVICE_NAME: `propertea-${place.name}`,
      ...options.environment,
      PORT: String(place.port),
      HOST: '127.0.0.1',
      PORTAL_URL: place.url,
      GATEWAY_URL: `http://127.0.0.1:${gatewayPort}`,
      GATEWAY_PUBLIC_URL: options.gatewayUrl,
      METRICS_PORT: String(place.metricsPort),
    },
    logFile,
    isReady: () => answers(`http://127.0.0.1:${place.port}/health`),
    signal,
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
