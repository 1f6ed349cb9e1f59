import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import operations from './subgraph.js';

const environment = env();
const { AMQP_URL: url, ROOMS: rooms } = environment;
await runRoom(operations, environment, url ? { broker: { url, rooms } } : {});
