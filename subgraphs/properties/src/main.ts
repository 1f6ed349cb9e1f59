import { runRoom } from '@propertea/chassis/runtime';
import { env } from './env.js';
import properties from './subgraph.js';

const { UPLOAD_DIRECTORY, ...common } = env();
await runRoom(properties, common, { uploadDirectory: UPLOAD_DIRECTORY });
