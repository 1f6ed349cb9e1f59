import { Metrics, processMetrics } from '@propertea/observability';
import type { Jwk, Logger, RoomTransport } from '@propertea/chassis/runtime';
import { type EntryStore, socketLimitsSchema } from '@propertea/executor';
import { isIP } from 'node:net';
import { z } from 'zod';
import type { KeyValue } from './key-value/key-value.js';
import { closedFeed, type EventFeed } from './live/event-feed.js';

const url = z.url({ protocol: /^https?$/ });

/** An origin such as https://propertea.example: no path, no slash at the end. */
const originUrl = url
  .refine(
    (value) => new URL(value).pathname === '/' && !new URL(value).search,
    'must be an origin without a path',
  )
  .transform((value) => new URL(value).origin);

const proxyAddress = z.string().refine((text) => {
  const [address = '', bits, ...rest] = text.split('/');
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const longest = isIP(address) === 4 ? 32 : 128;
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest);
  return isIP(address) !== 0 && fits && rest.length === 0;
}, 'must be an address, a network or one of loopback, linklocal, uniquelocal');

export const limitsSchema = z.object({
  bodyBytes: z
    .number()
    .int()
    .positive()
    .default(1024 * 1024),
  depth: z.number().int().positive().default(20),
  aliases: z.number().int().positive().default(100),
  fields: z.number().int().positive().default(1_000),
  /** Of the text of a document; reading it takes time for each. */
  characters: z
    .number()
    .int()
    .positive()
    .default(64 * 1024),
  tokens: z.number().int().positive().default(5_000),
  definitions: z.number().int().positive().default(200),
  directives: z.number().int().positive().default(100),
  /** Values in the text of a document; those of variables are `values`. */
  literals: z.number().int().positive().default(500),
  /** Of fields under one key, which validation makes (guards/comparisons.ts). */
  comparisons: z.number().int().positive().default(10_000),
  valueDepth: z.number().int().positive().default(50),
  /** In the variables of one operation. */
  values: z.number().int().positive().default(10_000),
  /** Until a connection has said its headers, and an operation its body, in ms. */
  headersMs: z.number().int().positive().default(15_000),
  bodyMs: z.number().int().positive().default(15_000),
  /** What one operation may take in all, in ms. */
  timeoutMs: z.number().int().positive().default(30_000),
});

/** In units of cost: an object is 1, a mutation 10 (demand/field-costs.ts). */
export const demandSchema = z
  .object({
    /** What one operation may cost by its estimate. */
    operationUnits: z.number().int().positive().default(5_000),
    /** What a caller may spend in any `windowSeconds`. */
    windowUnits: z.number().int().positive().default(50_000),
    windowSeconds: z.number().positive().max(86_400).default(60),
  })
  .refine(({ operationUnits, windowUnits }) => operationUnits <= windowUnits, {
    path: ['operationUnits'],
    message: 'must fit into windowUnits',
  });

const socketsSchema = socketLimitsSchema.extend({
  /** In this process; callers who are not signed in are told apart by their address. */
  socketsPerCaller: z.number().int().positive().default(50),
  subscriptionsPerCaller: z.number().int().positive().default(500),
  /** How often whoever has a socket open is looked up without any notice, in ms. */
  recheckMs: z.number().int().positive().default(60_000),
});

const sessionSchema = z.object({
  idleSeconds: z
    .number()
    .int()
    .positive()
    .default(12 * 3_600),
  absoluteSeconds: z
    .number()
    .int()
    .positive()
    .default(7 * 24 * 3_600),
});

const drainSchema = z.object({
  /** How long it serves on after it has begun to stop, so that load balancers notice, in ms. */
  leadMs: z.number().int().min(0).default(0),
  /** How long requests in flight may take after that, in ms. */
  graceMs: z.number().int().min(0).default(10_000),
});

const idempotencySchema = z.object({
  /** How long the answer to a mutation with a key is told again. */
  keepSeconds: z
    .number()
    .positive()
    .default(24 * 3_600),
  /** Of a larger answer only that there was one. */
  answerBytes: z
    .number()
    .int()
    .positive()
    .default(256 * 1024),
});

const cacheSchema = z.object({
  enabled: z.boolean().default(true),
  /** What it may take in this process where `store` is not given. */
  bytes: z
    .number()
    .int()
    .positive()
    .default(64 * 1024 * 1024),
  /** Shared by all gateways; closed by whoever opened it, after the gateway has stopped. */
  store: z
    .custom<EntryStore>((store) => isObject(store) && 'read' in store, 'must be a store')
    .optional(),
});

const usageSchema = z.object({
  /** How long a day of counts is kept. */
  retentionDays: z.number().int().positive().default(90),
  /** Of one process; see usage/usage-day.ts for what happens beyond. */
  operationsPerDay: z.number().int().positive().default(1_000),
  coordinatesPerDay: z.number().int().positive().default(10_000),
  clientsPerDay: z.number().int().positive().default(200),
  /** How often counts are written, in ms. */
  flushMs: z.number().int().positive().default(60_000),
});

/** What is not visible from inside one process, and what production is judged by (production.ts). */
const deploymentSchema = z.object({
  embeddedIssuer: z.boolean().default(false),
  demoAccounts: z.boolean().default(false),
  generatedKeys: z.boolean().default(false),
  /** False where the rooms share a login role or are superusers. */
  roleSeparation: z.boolean().default(true),
  gateways: z.number().int().positive().default(1),
  redis: z.boolean().default(false),
  /** False where the gateway was told of no transport of events. */
  events: z.boolean().default(true),
});
export type Deployment = z.infer<typeof deploymentSchema>;

export const configSchema = z.object({
  mode: z.enum(['development', 'production']),
  publicUrl: originUrl,
  /** The committed supergraph; the SDL of the rooms is expected in `subgraphs/` beside it. */
  supergraphPath: z.string().min(1),
  /** Manifests of what portals ask, a file for each release; default `operations/` beside the supergraph. */
  operationsPath: z.string().min(1).optional(),
  /** The rules of the traffic to the rooms (traffic/traffic-file.ts); without it everything is as usual. */
  trafficPath: z.string().min(1).optional(),
  /** How often the files are looked at, in ms. */
  supergraphPollMs: z.number().int().positive().default(2_000),
  rooms: z.array(z.custom<RoomTransport>((room) => isObject(room) && 'execute' in room)).min(1),
  oidc: z.object({
    issuer: url,
    internalIssuerUrl: url.optional(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    /** The audience that access tokens of scripts must have. */
    audience: z.string().min(1).default('propertea'),
  }),
  /** The private Ed25519 key of the assertions. */
  assertionKey: z.custom<Jwk>((key) => isObject(key) && 'd' in key, 'must be a private JWK'),
  /** Closed by whoever opened it, after the gateway has stopped. */
  keyValue: z.custom<KeyValue>((port) => isObject(port) && 'subscribe' in port),
  /** Where subscriptions hear of events; closed by whoever opened it, after the gateway has stopped. */
  events: z.custom<EventFeed>((feed) => isObject(feed) && 'want' in feed).default(() => closedFeed),
  /** Seals sessions: the first one seals, all of them open. At least 32 characters each. */
  cookieSecrets: z.array(z.string().min(32)).min(1),
  /** Origins of the portals that may call with credentials. */
  corsOrigins: z.array(originUrl).default([]),
  /**
   * Whose `x-forwarded-for` is believed: addresses, networks such as 10.0.0.0/8, or the names loopback,
   * linklocal and uniquelocal.
   */
  trustedProxies: z.array(proxyAddress).default(['loopback']),
  session: sessionSchema.prefault({}),
  limits: limitsSchema.prefault({}),
  sockets: socketsSchema.prefault({}),
  usage: usageSchema.prefault({}),
  /** Of mutations with the header Idempotency-Key. */
  idempotency: idempotencySchema.prefault({}),
  drain: drainSchema.prefault({}),
  /** Of what `@cacheControl` of the supergraph says. */
  cache: cacheSchema.prefault({}),
  /** Of callers of the public graph. */
  demand: demandSchema.prefault({}),
  deployment: deploymentSchema.prefault({}),
  /** What it counts in; those of the process unless it is said. */
  metrics: z.custom<Metrics>((metrics) => metrics instanceof Metrics).default(() => processMetrics),
  logger: z.custom<Logger>((logger) => isObject(logger) && 'child' in logger),
});

export type GatewayConfig = z.input<typeof configSchema>;
export type ParsedConfig = z.output<typeof configSchema>;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
