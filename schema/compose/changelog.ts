import { processIo } from './cli/io.js';
import { runChangelog } from './cli/run-changelog.js';

process.exitCode = await runChangelog(process.argv.slice(2), processIo());
