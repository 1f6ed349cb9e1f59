import { stopWithChildren } from './command.js';
import { main } from './index.js';

stopWithChildren();
await main(process.argv.slice(2));
