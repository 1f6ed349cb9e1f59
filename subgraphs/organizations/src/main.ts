import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import organizations from './subgraph.js';

const { PUBLIC_URL, ...common } = env();
await runRoom(organizations, common, { publicUrl: PUBLIC_URL });
