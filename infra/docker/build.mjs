import { execFileSync } from 'node:child_process';
import { targetOf } from './targets.mjs';

const { workspace } = targetOf(process.argv[2]);
const lerna = 'node_modules/lerna/dist/cli.js';
execFileSync(
  process.execPath,
  [lerna, 'run', 'build', '--scope', workspace, '--include-dependencies'],
  { stdio: 'inherit' },
);
