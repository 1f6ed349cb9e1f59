export {
  type AssertionSigner,
  createAssertionSigner,
  createAssertionVerifier,
  generateAssertionKeys,
  type Jwk,
} from './assertion.js';
export type { GraphQLAnswer, GraphQLRequest, RoomHeaders } from './graphql.js';
export { createLogger, type Logger } from './logger.js';
export { faultAnswer, type RoomConfig, type RunningRoom, startRoom } from './room.js';
export { keepHeapSmall } from './memory.js';
export { createRoomSockets, type RoomSockets } from './room-sockets.js';
export type { Subscribe } from './room-subscriptions.js';
export { type RoomEnvironment, runRoom } from './run-room.js';
export { inProcess, overHttp, type RoomTransport } from './transport.js';
