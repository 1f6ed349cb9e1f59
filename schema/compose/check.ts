import { processIo } from './cli/io.js';
import { runCheck } from './cli/run-check.js';

process.exitCode = await runCheck(process.argv.slice(2), processIo());
