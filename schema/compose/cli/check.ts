import { processIo } from './io.js';
import { runCheck } from './run-check.js';

process.exitCode = await runCheck(process.argv.slice(2), processIo());
