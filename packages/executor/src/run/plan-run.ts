import type { FetchCache } from '../cache/fetch-cache.js';
import { holds } from '../compile/condition.js';
import type { EntityContent, RootContent, Step } from '../compile/steps.js';
import { unlessAborted } from '../fetch/when-aborted.js';
import type { Recording } from '../observe/recording.js';
import { PlainAnswer } from '../subgraph.js';
import type { Subgraph, SubgraphAnswer, SubgraphRequest } from '../subgraph.js';
import type { SupergraphFacts } from '../supergraph/read-supergraph.js';
import { EntityFetch } from './entity-fetch.js';
import { entitiesThrough, rootThrough } from './kept-fetch.js';
import { isObject } from './json.js';
import type { JsonObject } from './json.js';
import { merge } from './merge.js';
import { outage, readErrors } from './plan-error.js';
import type { ErrorList } from './plan-error.js';
import { requestOf, sentVariables } from './request.js';
import { rewrite } from './rewrite.js';

/** What the steps of one operation share. */
export interface RunParts<Context> {
  readonly subgraphs: ReadonlyMap<string, Subgraph<Context>>;
  readonly possibleTypes: SupergraphFacts['possibleTypes'];
  readonly interfaces: SupergraphFacts['interfaces'];
  readonly context: Context;
  readonly signal: AbortSignal | undefined;
  /** As the client gave them: what is sent to subgraphs. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With defaults: what conditions are judged by. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly errors: ErrorList;
  /** Objects that stand at many places of the tree, and the text of each once it is made. */
  readonly shared: Map<JsonObject, string>;
  /** Whether none of the texts in the tree has anything that JSON escapes, as far as that is known. */
  readonly texts: { arePlain: boolean };
  /** Only where somebody wants to know how the operation goes. */
  readonly recording?: Recording | undefined;
  /** Undefined where nothing of the operation may be kept. */
  readonly cache: FetchCache<Context> | undefined;
}

/**
 * Runs the steps of a plan and gathers the answers in one tree, each step as soon as those that it waits
 * for are done. Never rejects: what fails leaves its errors, and the rest goes on. With `data` the tree
 * begins with what is there already.
 */
export async function runPlan<Context>(
  steps: readonly Step[],
  parts: RunParts<Context>,
  data: JsonObject = {},
): Promise<JsonObject> {
  await Promise.all(begin(steps, () => parts, data));
  return data;
}

/** What is under way of an operation that is answered in parts. */
export interface PartsUnderWay {
  /** The tree, to which each part still adds. */
  readonly data: JsonObject;
  /** Resolves when the steps of a part are done, and those that they wait for. */
  done(part: string | undefined): Promise<unknown>;
}

/** Begins to run a plan of which not all is waited for: the errors of each part are gathered apart. */
export function runInParts<Context>(
  steps: readonly Step[],
  parts: RunParts<Context>,
  errorsOf: (part: string | undefined) => ErrorList,
): PartsUnderWay {
  const data: JsonObject = {};
  const done = begin(steps, ({ part }) => ({ ...parts, errors: errorsOf(part) }), data);
  const ofPart = (wanted: string | undefined) =>
    steps.flatMap(({ part, index }) => (part === wanted ? (done[index] ?? []) : []));
  return { data, done: (part) => Promise.all(ofPart(part)) };
}

/** Begins each step as soon as those that it waits for are done. */
function begin<Context>(
  steps: readonly Step[],
  partsOf: (step: Step) => RunParts<Context>,
  data: JsonObject,
): Promise<void>[] {
  const done: Promise<void>[] = [];
  for (const step of steps) {
    const before = step.after.flatMap((index) => done[index] ?? []);
    const run = (): Promise<void> => runStep(step, partsOf(step), data);
    done[step.index] = before.length === 0 ? run() : Promise.all(before).then(run);
  }
  return done;
}

function runStep<Context>(step: Step, parts: RunParts<Context>, data: JsonObject): Promise<void> {
  return step.content.kind === 'root'
    ? runRoot(step, step.content, parts, data)
    : runEntities(step, step.content, parts, data);
}

async function runRoot<Context>(
  step: Step,
  content: RootContent,
  parts: RunParts<Context>,
  data: JsonObject,
): Promise<void> {
  if (!holds(content.conditions, parts.conditions)) return;
  try {
    const variables = sentVariables(step, parts);
    const send = (since?: string) => ask(step, requestOf(step, variables), parts, since);
    const { cache } = parts;
    const answer = await (cache ? rootThrough(cache, content, variables, parts, send) : send());
    addRoot(content, answer, parts, data);
  } catch (error) {
    const told = outage(step.subgraph, error);
    for (const key of content.keys) parts.errors.add({ ...told, path: [key] });
  }
}

/** Takes the answer of a root fetch into the tree. */
export function addRoot<Context>(
  content: RootContent,
  answer: SubgraphAnswer,
  {
    errors,
    possibleTypes,
    interfaces,
    texts,
  }: Pick<RunParts<Context>, 'errors' | 'possibleTypes' | 'interfaces' | 'texts'>,
  data: JsonObject,
): void {
  texts.arePlain &&= answer instanceof PlainAnswer;
  const said = readErrors(answer.errors);
  if (isObject(answer.data)) {
    for (const change of content.rewrites) rewrite(answer.data, change, possibleTypes);
    merge(data, answer.data, content.keys, interfaces);
  } else if (said.length === 0) {
    throw new Error('The subgraph answered neither data nor errors');
  }
  for (const error of said) {
    // Without data and without a path it is the whole fetch that was refused.
    if (error.path || isObject(answer.data)) errors.add(error);
    else for (const key of content.keys) errors.add({ ...error, path: [key] });
  }
}

async function runEntities<Context>(
  step: Step,
  content: EntityContent,
  parts: RunParts<Context>,
  data: JsonObject,
): Promise<void> {
  const fetch = new EntityFetch(content.parts, data, parts);
  if (fetch.isEmpty) return;
  try {
    const variables = { ...sentVariables(step, parts), ...fetch.context };
    const send = (since?: string) =>
      ask(step, fetch.requestOf(step, variables), parts, since, fetch.count);
    const { cache } = parts;
    if (cache) await entitiesThrough(cache, fetch, variables, parts, send);
    else fetch.take(await send());
  } catch (error) {
    fetch.fail(outage(step.subgraph, error));
  }
}

function ask<Context>(
  step: Step,
  request: SubgraphRequest,
  { subgraphs, context, signal, recording }: RunParts<Context>,
  since: string | undefined,
  entities = 0,
): Promise<SubgraphAnswer> {
  const subgraph = subgraphs.get(step.subgraph);
  if (!subgraph) return Promise.reject(new Error(`There is no way to ${step.subgraph}`));
  const call = { context, kind: step.kind, signal, since };
  const send = recording
    ? () =>
        recording.fetch(step, entities, (shared) => subgraph.execute(request, { ...call, shared }))
    : () => subgraph.execute(request, call);
  return unlessAborted(signal, send, () => new Error('The operation was given up'));
}
