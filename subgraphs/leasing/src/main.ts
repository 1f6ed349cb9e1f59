import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import leasing from './subgraph.js';

await runRoom(leasing, env(), {});
