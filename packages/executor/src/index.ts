export type { Executor, ExecutorOptions, Operation } from './executor.js';
export type { Caller } from './policy/caller.js';
export type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from './subgraph.js';
