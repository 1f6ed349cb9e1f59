import { processIo } from './cli/io.js';
import { runGenerate } from './cli/run-generate.js';

process.exitCode = await runGenerate(process.argv.slice(2), processIo());
