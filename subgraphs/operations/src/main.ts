import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import operations from './subgraph.js';

await runRoom(operations, env(), {});
