import { parse, validate } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { createExecutor } from '../../src/index.js';
import type { Executor } from '../../src/index.js';
import { apolloPlanner } from '../../src/plan/apollo-planner.js';
import type { Graph } from '../support/graph.js';
import { plannerOf } from '../support/ours.js';
import type { Answer } from '../support/ours.js';
import { inParts, merged } from '../support/parts.js';
import type { Payload } from '../support/parts.js';
import { sorted } from './judge.js';
import type { Model } from './model.js';
import { graphOf, Stage } from './subgraphs.js';
import { trouble } from './trouble.js';
import type { Trouble } from './trouble.js';
import { World } from './world.js';

type Variables = Record<string, unknown>;
type Path = readonly (string | number)[];

export interface DeferredScene {
  readonly model: Model;
  readonly stage: Stage;
  readonly graph: Graph;
  readonly executor: Executor<unknown>;
}

/** Throws where the subgraphs do not compose. */
export async function openDeferredScene(model: Model): Promise<DeferredScene> {
  const stage = new Stage();
  const graph = graphOf(model, stage);
  const executor = await createExecutor<unknown>({
    supergraphSdl: graph.supergraphSdl,
    subgraph: graph.subgraph,
    planner: (sdl) => plannerOf(apolloPlanner(sdl)),
    defer: true,
  });
  return { model, stage, graph, executor };
}

/** One operation, answered at once, and in parts. */
export interface DeferredTrial {
  readonly trouble: Trouble;
  readonly whole: Answer;
  readonly payloads: readonly Payload[];
  /** In what order it wrote, each time. */
  readonly logs: readonly [string, string];
  readonly violations: readonly string[];
}

export async function tryDeferred(
  { stage, graph, model, executor }: DeferredScene,
  { source, deferring, variables }: { source: string; deferring: string; variables: Variables },
  seed: number,
  kind: Trouble,
): Promise<DeferredTrial> {
  const { options, faults } = trouble(kind, model, seed);
  // What a subgraph does not know is null without an error, and in parts others may be asked.
  stage.world = new World(model, { ...options, ghosts: 0 });
  graph.faults.clear();
  for (const [subgraph, fault] of faults) graph.faults.set(subgraph, fault);
  stage.log.length = 0;
  stage.violations.length = 0;
  const { body } = await executor.respond({ document: parse(source), variables }, {});
  const log = String(stage.log.splice(0));
  const payloads = await inParts(executor, deferring, { variables, context: {} });
  const logs = [log, String(stage.log)] as const;
  return {
    trouble: kind,
    whole: JSON.parse(body),
    payloads,
    logs,
    violations: [...stage.violations],
  };
}

/** Whether an operation and its deferring sister may both be asked. */
export function areValid(scene: DeferredScene, ...sources: readonly string[]): boolean {
  return sources.every((source) => validate(scene.executor.schema, parse(source)).length === 0);
}

/**
 * What is wrong with an answer in parts, in a few words. Together the parts say what the answer at once
 * says, and the errors too. Only where subgraphs break, each may have fetched what the other has not, and
 * nulls go less far in parts: then what both have is equal, and what only one has, an error of the other
 * explains.
 */
export function faultOfParts(trial: DeferredTrial): string | undefined {
  const { whole, payloads, trouble: kind } = trial;
  if (trial.violations[0]) return `violation: ${trial.violations[0]}`;
  if (trial.logs[0] !== trial.logs[1]) return 'writes in another order';
  const form = faultOfForm(payloads);
  if (form !== undefined) return form;
  const together = merged(payloads);
  if (kind === 'broken') {
    const missing = payloads.flatMap(({ incremental = [] }) =>
      incremental.flatMap(({ data, path }) =>
        data === null ? [{ message: 'missing', path }] : [],
      ),
    );
    const told = { ...together, errors: [...(together.errors ?? []), ...missing] };
    return unexplained(whole, told, whole.data, together.data, []);
  }
  if (sorted(whole.data) !== sorted(together.data)) return 'data';
  const [said = [], saidInParts = []] = [whole.errors, together.errors];
  const missing = said.find((error) => !isSaid(error, saidInParts));
  if (missing) return `no error in parts: ${pathAndMessage(missing)}`;
  const extra = saidInParts.find((error) => !isSaid(error, said));
  return extra && `only in parts: ${pathAndMessage(extra)}`;
}

/** Of every payload but the last, that there is more to come; and of every part that is null, why. */
function faultOfForm(payloads: readonly Payload[]): string | undefined {
  if (payloads.length === 1 && payloads[0]?.hasNext === undefined) return undefined;
  const isLast = payloads.map(({ hasNext }, index) => hasNext === index < payloads.length - 1);
  if (isLast.includes(false)) return 'hasNext';
  const seen = new Set<string>();
  for (const { incremental } of payloads.slice(1)) {
    if (!incremental || incremental.length === 0) return 'a payload without a part';
    const told = incremental.flatMap(({ errors = [] }) => errors);
    for (const { data, path, label } of incremental) {
      if (data === null && told.length === 0) return `null without an error at ${path.join('.')}`;
      const key = label === undefined ? undefined : `${label} ${JSON.stringify(path)}`;
      if (key !== undefined && seen.has(key)) return `twice: ${key}`;
      if (key !== undefined) seen.add(key);
    }
  }
  return undefined;
}

function unexplained(
  whole: Answer,
  parts: Answer,
  left: unknown,
  right: unknown,
  path: Path,
): string | undefined {
  const here = JSON.stringify(path);
  if (left === null || right === null || left === undefined || right === undefined) {
    if ((left ?? null) === (right ?? null)) return undefined;
    const silent = left === null || left === undefined ? whole : parts;
    return isExplained(path, silent) ? undefined : `only one has something at ${here}`;
  }
  if (typeof left !== 'object' || typeof right !== 'object') {
    return left === right ? undefined : `other values at ${here}`;
  }
  if (Array.isArray(left) !== Array.isArray(right)) return `other kinds at ${here}`;
  if (Array.isArray(left) && Array.isArray(right) && left.length !== right.length) {
    return `other lengths at ${here}`;
  }
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const key of keys) {
    const segment = Array.isArray(left) ? Number(key) : key;
    const [one, other] = [left, right].map((it) => (it as Record<string, unknown>)[key]);
    const found = unexplained(whole, parts, one, other, [...path, segment]);
    if (found) return found;
  }
  return undefined;
}

function isExplained(path: Path, { errors = [] }: Answer): boolean {
  return errors.some(({ path: other = [] }) => {
    const length = Math.min(path.length, other.length);
    return path.slice(0, length).every((segment, index) => segment === other[index]);
  });
}

/** Of what nobody asked for, a path ends where the answer, or the part, knows no more of it. */
function isSaid({ message, path = [] }: GraphQLFormattedError, errors: Answer['errors']): boolean {
  const same = errors?.filter((other) => other.message === message);
  return isExplained(path, { errors: same ?? [] });
}

const pathAndMessage = ({ path, message }: GraphQLFormattedError): string =>
  `${JSON.stringify(path)} ${message}`;
