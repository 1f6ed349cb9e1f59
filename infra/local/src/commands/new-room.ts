import { runNewRoom } from '../new-room/run.js';

process.exitCode = await runNewRoom(process.argv.slice(2));
