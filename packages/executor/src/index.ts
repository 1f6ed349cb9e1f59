export type {
  CacheQuestion,
  CacheScope,
  FetchCache,
  Found,
  Freshness,
  KeepablePart,
  Lookup,
} from './cache/fetch-cache.js';
export type { EntriesRead, Entry, EntryStore } from './cache/entry-store.js';
export { KeptAnswers, type KeptAnswersOptions } from './cache/kept-answers.js';
export { memoryStore } from './cache/memory-store.js';
export { createExecutor } from './create-executor.js';
export type {
  Executor,
  ExecutorOptions,
  Increment,
  IncrementalResponse,
  IncrementalResult,
  Operation,
  Response,
  SubsequentResult,
  WarmOperation,
} from './executor.js';
export { httpSubgraph } from './fetch/http-subgraph.js';
export type { HttpSubgraphOptions } from './fetch/http-subgraph.js';
export type { FetchEnd, PlanStep, Recorder } from './observe/recorder.js';
export type { ExecutorObserver } from './observe/observer.js';
export { InFlight } from './fetch/in-flight.js';
export type { LoadPlanner, LoadedPlanner, Planner, PlanRequest } from './plan/planner.js';
export { PlanningError } from './plan/planner.js';
export { NOBODY } from './policy/caller.js';
export type { Caller } from './policy/caller.js';
export { copied } from './run/merge.js';
export { SubgraphError } from './run/plan-error.js';
export type { Subgraph, SubgraphAnswer, SubgraphCall, SubgraphRequest } from './subgraph.js';
export { HttpSubscriptions, type HttpSubscriptionOptions } from './fetch/http-subscription.js';
export { CLOSE, type CloseCode, SocketRefused } from './serve/close-codes.js';
export { listen, type Listening, type UpgradeListener } from './serve/http-server.js';
export { acceptsParts, sendParts } from './serve/multipart.js';
export type { LiveSocket } from './serve/live-socket.js';
export { PassedHeaders, passedHeadersSchema } from './serve/passed-headers.js';
export { type SocketLimits, socketLimitsSchema } from './serve/socket-limits.js';
export { SubscriptionError } from './serve/socket-reader.js';
export {
  type AdmittedSubscription,
  createSocketServer,
  type SocketRules,
  type SocketServer,
} from './serve/socket-server.js';
export { type ServedSockets, serveSockets, type ServeSocketsOptions } from './serve/sockets.js';
export { pathOf, refuseUpgrade } from './serve/upgrade.js';
export { BoundedQueue } from './subscribe/bounded-queue.js';
export { FanOut, type LiveReader, type OpenSource } from './subscribe/fan-out.js';
export type { BreakerState } from './traffic/breaker.js';
export { type LaneState, TrafficLane } from './traffic/lane.js';
export { TrafficRefusal } from './traffic/refusal.js';
export {
  type GivenTrafficRules,
  type TrafficRules,
  trafficRules,
  trafficRulesSchema,
} from './traffic/rules.js';
