/** The parts of a .cpuprofile that are read here; times in microseconds. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

type Named = readonly [name: string, ms: number];

const JSON_PARSE = 'JSON.parse';
const JSON_STRINGIFY = 'JSON.stringify';
const IDLE = 'idle';
const PLANNING = 'planning, compiling, validation';

/** First match wins: where a script lies decides the area of its functions. */
const AREAS: readonly (readonly [RegExp, string])[] = [
  [/node_modules\/undici\//, 'fetch: undici'],
  [/node:_http_(client|agent)/, 'fetch: undici'],
  [/node:(_http|internal\/http)/, 'http server'],
  [
    /node:(net|internal\/(stream|streams|js_stream|dgram|timers)|stream|buffer|internal\/buffer|timers|events)/,
    'sockets, streams and buffers of Node',
  ],
  [
    /node_modules\/(@apollo\/(query-planner|federation-internals|query-graphs|composition)|graphql)\//,
    PLANNING,
  ],
  [/executor\/(dist|src)\/(plan|compile|operation|policy|supergraph)\//, PLANNING],
  [/executor\/(dist|src)\/fetch\//, 'fetch: ours'],
  [/executor\/(dist|src)\/run\//, 'merge and representations'],
  [/executor\/(dist|src)\/shape\//, 'shape'],
  [/executor\/(dist|src)\/serve\//, 'http server: ours'],
  [/executor\/(dist|src)\//, 'executor: rest'],
];

/** Self time by area and by function within a window of the profiler's clock; idle time is left out. */
export function summarize(
  profile: CpuProfile,
  [from, to]: readonly [number, number],
): { areas: Named[]; functions: Named[]; totalMs: number } {
  const parents = new Map<number, number>();
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
  }
  const areaOf = (id: number): string => {
    const frame = frames.get(id);
    if (!frame) return 'rest';
    const { functionName, url } = frame;
    if (functionName === '(garbage collector)') return 'garbage collector';
    if (functionName === '(idle)') return IDLE;
    if (functionName === '(program)') return 'native code outside JavaScript';
    // The names that profile-preload.ts gives them.
    if (functionName === 'jsonParse') return JSON_PARSE;
    if (functionName === 'jsonStringify') return JSON_STRINGIFY;
    const parent = parents.get(id);
    // Built-in functions have no script: their time is that of whoever called them.
    if (url === '') return parent === undefined ? 'rest' : areaOf(parent);
    return AREAS.find(([pattern]) => pattern.test(url))?.[1] ?? 'rest';
  };

  const areas = new Map<string, number>();
  const functions = new Map<string, number>();
  const known = new Map<number, string>();
  let at = profile.startTime;
  profile.samples.forEach((id, index) => {
    const ms = (profile.timeDeltas[index + 1] ?? 0) / 1000;
    at += profile.timeDeltas[index] ?? 0;
    if (at < from || at > to) return;
    const area = known.get(id) ?? areaOf(id);
    known.set(id, area);
    if (area === IDLE) return;
    areas.set(area, (areas.get(area) ?? 0) + ms);
    const name = nameOf(frames.get(id));
    functions.set(name, (functions.get(name) ?? 0) + ms);
  });
  const sorted = (of: Map<string, number>): Named[] => [...of].toSorted(([, a], [, b]) => b - a);
  const totalMs = [...areas.values()].reduce((sum, ms) => sum + ms, 0);
  return { areas: sorted(areas), functions: sorted(functions), totalMs };
}

function nameOf(frame: CpuProfile['nodes'][number]['callFrame'] | undefined): string {
  if (!frame) return '?';
  const { functionName, url, lineNumber } = frame;
  const place = url.split('/').slice(-2).join('/');
  return url
    ? `${functionName || '(anonymous)'} ${place}:${lineNumber + 1}`
    : functionName || '(built in)';
}
