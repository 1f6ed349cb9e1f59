import { execFileSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { targetOf } from './targets.mjs';

const { workspace } = targetOf(process.argv[2]);
const remove = (pattern) => {
  for (const path of globSync(pattern)) rmSync(path, { recursive: true, force: true });
};
remove('{.,gateway,schema,bench}/node_modules');
remove('{packages,subgraphs,infra,portals}/*/node_modules');
// Optional packages are tools of the build and the embedded database; a container has neither.
const args = ['ci', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
execFileSync('npm', [...args, '-w', workspace], { stdio: 'inherit' });
remove('{packages,subgraphs}/*/src');
remove('{gateway,infra/local,infra/gate,bench}/src');
remove('{.nx,bench,portals,infra/gate}');
