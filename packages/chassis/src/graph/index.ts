import 'reflect-metadata';

export {
  type Connection,
  connectionOf,
  PageInfo,
  SortDirection,
  sortInput,
  toConnection,
  toSort,
} from './connection.js';
export { type Payload, RoomContext } from './context.js';
export {
  type Background,
  defineSubgraph,
  type RoomServices,
  type SubgraphDefinition,
} from './define-subgraph.js';
export { commandRules, rulesOf } from './form-rules.js';
export { After, First, historyTypes } from './history.js';
export { defineLoader, loaderById, type LoaderDefinition } from './loader.js';
export { Money } from './money.type.js';
export {
  ALL_ROLES,
  demand,
  type Extent,
  extentOf,
  forbidden,
  organizationOf,
  personOf,
  type Place,
  reaches,
} from './policy.js';
export {
  AtMost,
  Authenticated,
  CacheControl,
  Costs,
  Entity as EntityType,
  Inaccessible,
  Internal,
  Public,
  RequiresScope,
  Shareable,
} from './public.js';
export { CurrencyCode, DateTime, JSONObject, LocalDate, SafeInt } from './scalars.js';
export { type AnySubgraph, buildRoomSchema, printRoomSdl } from './schema.js';
export { userErrors, type UserErrorShape } from './user-error.js';
