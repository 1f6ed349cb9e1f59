export type { Deployment, GatewayConfig } from './config.js';
export { createGateway } from './gateway.js';
export type { Gateway } from './gateway.js';
export type { KeyValue, Subscriber } from './key-value/key-value.js';
export { postgresKeyValue } from './key-value/postgres.js';
export { GATEWAY_ROLE, keyValueProvisioningSql } from './key-value/postgres.sql.js';
export { redisKeyValue } from './key-value/redis.js';
export { refuseUnsafeProduction, UnsafeProduction } from './production.js';
