import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Metrics, processMetrics } from './metrics.js';

/** Where and to whom a process tells its metrics. */
export interface MetricsPlace {
  /** Zero picks a free one. */
  port: number;
  /** Loopback unless it is said. */
  host?: string | undefined;
  /** What callers must send as `authorization: Bearer …`; required where others than this machine can call. */
  token?: string | undefined;
}

export interface MetricsServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a process is told of it (METRICS_VARIABLES of the kernel). */
export interface MetricsEnvironment {
  METRICS_PORT?: number | undefined;
  METRICS_HOST: string;
  METRICS_TOKEN?: string | undefined;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** `GET /metrics` on a port of its own, which no proxy leads to. Throws where it would be open to others. */
export async function serveMetrics(
  metrics: Metrics,
  { port, host = '127.0.0.1', token }: MetricsPlace,
): Promise<MetricsServer> {
  if (token === undefined && !LOOPBACK.has(host)) {
    throw new Error(
      `Metrics on ${host} can be read from elsewhere: set METRICS_TOKEN, or leave METRICS_HOST out for this machine alone.`,
    );
  }
  const server = createServer((request, response) => {
    const refuse = (status: number, message: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${message}\n`);
    if (token !== undefined && !isFor(request, token)) {
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(401, 'Send the token of the metrics as authorization: Bearer <token>.');
    }
    if (request.url?.split('?')[0] !== '/metrics') return refuse(404, 'Metrics are at /metrics.');
    if (request.method !== 'GET') return refuse(405, 'Read metrics by GET.');
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => refuse(500, 'The metrics cannot be read.'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  metrics.withProcess();
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${given}/metrics`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function isFor({ headers }: IncomingMessage, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
}

/** Serves the metrics of this process where its environment names a port. */
export async function metricsOf(env: MetricsEnvironment): Promise<MetricsServer | undefined> {
  const { METRICS_PORT: port, METRICS_HOST: host, METRICS_TOKEN: token } = env;
  return port === undefined ? undefined : serveMetrics(processMetrics, { port, host, token });
}
