import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { mayForward } from '../fetch/forwarded-headers.js';
import { isObject } from '../run/json.js';
import { trafficRules, trafficRulesSchema } from '../traffic/rules.js';
import type { TrafficRules } from '../traffic/rules.js';
import { passedHeadersSchema } from './passed-headers.js';
import { socketLimitsSchema } from './socket-limits.js';

const positive = z.number().int().positive();

const configSchema = z.strictObject({
  /** The address to listen on. */
  host: z.string().min(1).default('127.0.0.1'),
  /** Equal queries with equal headers that are under way at the same time are run once. */
  deduplicateInbound: z.boolean().default(false),
  /** Whether the schema may be read. */
  introspection: z.boolean().default(true),
  /** Request headers that are sent on to the subgraphs; all of them may influence an answer. */
  forwardHeaders: z
    .array(
      z
        .string()
        .toLowerCase()
        .regex(/^[a-z0-9-]+$/, 'must be the name of a header')
        .refine(mayForward, 'may not be sent on'),
    )
    .default([]),
  /** Headers of the subgraphs' answers that are passed on to clients. */
  responseHeaders: passedHeadersSchema,
  /** Other addresses of subgraphs than the supergraph's, by name. */
  subgraphs: z
    .record(
      z.string(),
      z.strictObject({
        url: z.url().optional(),
        subscriptionUrl: z.url().optional(),
        /** What is another rule for it than for all. */
        traffic: trafficRulesSchema.optional(),
      }),
    )
    .default({}),
  /** Rules of the traffic to every subgraph; where neither these nor its own are said, there are none. */
  traffic: trafficRulesSchema.optional(),
  sockets: socketLimitsSchema.prefault({}),
  /** How it stops. */
  drain: z
    .strictObject({
      /** How long it goes on while /health says that it stops, in ms. */
      leadMs: z.number().int().min(0).default(0),
      /** How long what is under way may then take, in ms. */
      graceMs: z.number().int().min(0).default(30_000),
    })
    .prefault({}),
  limits: z
    .strictObject({
      /** How long a client may take to say its headers, in ms. */
      headersMs: positive.default(15_000),
      bodyBytes: positive.default(1024 * 1024),
      tokens: positive.default(10_000),
      /** What one operation may take, in ms. */
      timeoutMs: positive.default(30_000),
      /** How large the answer of a subgraph may be. */
      answerBytes: positive.default(64 * 1024 * 1024),
      /** What compiled operations may take together. */
      cacheBytes: positive.default(64 * 1024 * 1024),
    })
    .prefault({}),
});

export type ServeConfig = z.output<typeof configSchema>;

/** The rules of the traffic to a subgraph; undefined where there are none. */
export function trafficTo(
  name: string,
  { subgraphs, traffic }: ServeConfig,
): TrafficRules | undefined {
  const own = subgraphs[name]?.traffic;
  return own || traffic ? trafficRules(traffic, own) : undefined;
}

/**
 * The configuration file. Throws with every mistake in it, a line each that begins with its path.
 * @param known the subgraphs of the supergraph.
 */
export async function readConfig(
  file: string | undefined,
  known?: readonly string[],
): Promise<ServeConfig> {
  const wrong = (mistakes: readonly string[]) =>
    new Error(
      `${file ?? 'The configuration'} is not valid:\n${mistakes.map((line) => `  ${line}`).join('\n')}`,
    );
  let given: unknown = {};
  try {
    if (file) given = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw wrong([`(the file): ${reason}: ${error instanceof Error ? error.message : reason}`]);
  }
  const parsed = configSchema.safeParse(given);
  const mistakes = [
    ...(parsed.error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.') || '(the file)'}: ${message}`,
    ),
    ...(known ? unknownSubgraphs(given, known) : []),
  ];
  if (!parsed.success || mistakes.length > 0) throw wrong(mistakes);
  return parsed.data;
}

function unknownSubgraphs(given: unknown, known: readonly string[]): string[] {
  const said = isObject(given) && isObject(given['subgraphs']) ? given['subgraphs'] : {};
  return Object.keys(said)
    .filter((name) => !known.includes(name))
    .map((name) => `subgraphs.${name}: is no subgraph; there are ${known.join(', ')}`);
}
