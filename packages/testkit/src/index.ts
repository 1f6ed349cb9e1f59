export {
  person,
  type Send,
  staff,
  startTestRoom,
  system,
  type TestRoom,
  type TestRoomOptions,
} from './room.js';
export { freePort } from '@propertea/postgres';
export { TestClock } from './clock.js';
export { eventually } from './eventually.js';
export { isOfRequest, statementsOf } from './statements.js';
export { type HouseOptions, startTestHouse, type TestHouse } from './house.js';
export { anonymous, type GatewayCaller, operator, throughGateway } from './personas.js';
export { roomDatabase, type RoomDatabase } from './database.js';
export { chromium, probeServices, rabbitmq, redis, type RunningService } from './services.js';
export { describeWith } from './services-suite.js';
export type { Made } from './seed/ground.js';
export type { LeaseSeed, MadeLease } from './seed/leasing.js';
export type { MadeApiClient } from './seed/api-client.js';
export type { MadeUser } from './seed/people.js';
export type {
  MadeBuilding,
  MadeCompany,
  MadeInOrganization,
  MadeProperty,
  MadeUnit,
} from './seed/portfolio.js';
export {
  type MadeInvitation,
  type MadeMember,
  type MadeOrganization,
  OrganizationSeed,
} from './seed/organization.js';
export { Estate, type Recipe, recipes } from './seed/recipes.js';
export { type Seed, seedOf, type SeedOptions } from './seed/seed.js';
export { type Laid, Queues } from './queues.js';
export { type Broker, describeWithBroker, startBroker } from './broker.js';
export { describeWithRedis, type OwnRedis, startRedis } from './own-redis.js';
export { Line } from './line.js';
export { type OwnDatabase, ownDatabase } from './own-database.js';
export { HOSTILE_OPERATIONS, type HostileCode, type HostileOperation } from './hostile/index.js';
