import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { context, propagation, trace } from '@opentelemetry/api';
import { flushTraces, metricsOf } from '@propertea/observability';
import { createProxyServer } from 'httpxy';
import next from 'next';
import sirv from 'sirv';
import { readEnv } from './server-env.mjs';
import { PortalMetrics } from './server-metrics.mjs';
import { doorOf, readManifest, routesOf } from './server-routes.mjs';

/**
 * Serves the portal, and the gateway's doors under the portal's own origin: the session cookie is all a
 * browser ever holds. Not rewrites of next.config, since those are fixed when the portal is built.
 */
// oxlint-disable-next-line node/no-process-env -- the one reader of it in this process, beside src/env.ts
const env = readEnv(process.env);
const dev = env.NODE_ENV === 'development';
const LIVE = /^\/graphql(\?|$)/;
const ASSETS = '/_next/static/';
const GRACE_MS = 10_000;
const folder = fileURLToPath(new URL('.', import.meta.url));
// Plugins of next.config look for their files from here.
process.chdir(folder);
const portal = new URL(env.PORTAL_URL);
/** Sockets that were passed on. They are no requests any more: nothing else ends them. */
const live = new Set();
const metrics = new PortalMetrics('landlord', { sockets: () => live.size });
const told = await metricsOf(env);

// Next listens here for upgrades, instead of taking all of ours: it ends the sockets of what could be a page's path.
const upgrades = createServer();
const app = next({
  dev,
  dir: folder,
  hostname: env.HOST,
  port: env.PORT,
  httpServer: upgrades,
});
await app.prepare();
const handle = app.getRequestHandler();
const routeOf = routesOf(dev ? undefined : readManifest(new URL('.next/', import.meta.url)));

/** What the build made small once (compress.mjs) is not compressed again for every visitor. */
const assets = dev
  ? (_request, _response, otherwise) => otherwise()
  : sirv(join(folder, '.next'), { brotli: true, immutable: true, maxAge: 31_536_000 });

const gateway = createProxyServer({ target: env.GATEWAY_URL, changeOrigin: true, xfwd: false });

/** How to count the gateway's answer to a request that was passed on. */
const counts = new WeakMap();
gateway.on('proxyRes', (answer, request) => counts.get(request)?.(answer.statusCode));

const server = createServer((request, response) => {
  if (request.url === '/health') return response.end('ok');
  const route = routeOf(request.url);
  metrics.watch(route, response);
  trace.getActiveSpan()?.updateName(`${request.method} ${route}`).setAttribute('http.route', route);
  if (doorOf(request.url)) return pass(request, response);
  if (request.url.startsWith(ASSETS)) {
    const asset = request.url;
    request.url = asset.replace('/_next', '');
    return assets(request, response, () => {
      request.url = asset;
      page(request, response);
    });
  }
  page(request, response);
});

server.on('upgrade', (request, socket, head) => {
  // Whoever hangs up is none of our failures.
  socket.on('error', () => socket.destroy());
  if (LIVE.test(request.url)) {
    live.add(socket);
    socket.once('close', () => live.delete(socket));
    tellSite(request);
    gateway.ws(request, socket, {}, head).catch(() => socket.destroy());
  } else if (dev) upgrades.emit('upgrade', request, socket, head);
  else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
});

function page(request, response) {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  // Next finds the nonce for its own scripts in the request's policy.
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  request.headers['x-portal-path'] = request.url;
  // What a page asks for while it is made is one trace, from here on. Where spans are made, they pass it on.
  if (trace.getActiveSpan()) delete request.headers.traceparent;
  else request.headers.traceparent ??= newTraceparent();
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  if (portal.protocol === 'https:') {
    response.setHeader('strict-transport-security', 'max-age=31536000');
  }
  void handle(request, response);
}

function newTraceparent() {
  return `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`;
}

function pass(request, response) {
  tellSite(request);
  // The gateway's spans hang from ours, where there is one; without, what the browser sent goes on as it is.
  propagation.inject(context.active(), request.headers);
  const count = metrics.passes(doorOf(request.url));
  counts.set(request, count);
  gateway.web(request, response).catch(() => {
    count(response.destroyed ? 'aborted' : 'unavailable');
    unavailable(request, response);
  });
}

function tellSite(request) {
  // The browser's own word for host and protocol is worth nothing; the gateway reads addresses from the right.
  request.headers['x-forwarded-host'] = portal.host;
  request.headers['x-forwarded-proto'] = portal.protocol.slice(0, -1);
  const from = [request.headers['x-forwarded-for'], request.socket.remoteAddress];
  request.headers['x-forwarded-for'] = from.filter(Boolean).join(', ');
}

function unavailable(request, response) {
  if (response.headersSent) return response.destroy();
  const isPerson = request.method === 'GET' && request.headers.accept?.includes('text/html');
  if (isPerson) {
    const retry = encodeURIComponent(request.url);
    response.writeHead(303, { location: `/unavailable?retry=${retry}` });
    return response.end();
  }
  const error = {
    message: 'The service does not answer. Try again in a moment.',
    extensions: { code: 'UPSTREAM_UNAVAILABLE' },
  };
  response.writeHead(502, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ errors: [error] }));
}

function contentSecurityPolicy(nonce) {
  // One server of tiles, or all of its names where the address has a place for them: {s}.
  const tiles = env.TILE_URL
    ? ` ${/^https?:\/\/[^/]+/.exec(env.TILE_URL)?.[0].replace('{s}', '*')}`
    : '';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    // Mantine writes the styles of responsive props into the page.
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${tiles}`,
    "font-src 'self'",
    // Not every browser takes its own host's sockets for 'self'.
    `connect-src 'self' ${dev ? 'ws:' : portal.origin.replace(/^http/, 'ws')}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    `form-action 'self' ${new URL(env.GATEWAY_PUBLIC_URL).origin}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

server.listen(env.PORT, env.HOST);

const end = () => void flushTraces().then(() => process.exit(0));
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    server.close(end);
    server.closeIdleConnections();
    void told?.stop();
    for (const socket of live) socket.destroy();
    setTimeout(end, GRACE_MS).unref();
  });
}
