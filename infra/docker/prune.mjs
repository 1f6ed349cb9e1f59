import { execFileSync } from 'node:child_process';
import { globSync, rmSync } from 'node:fs';
import { normalize } from 'node:path';
import { targetOf } from './targets.mjs';

const { workspace, folder } = targetOf(process.argv[2]);
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
remove('{.nx,bench,infra/gate}');
// Of the portals only the one that runs is left, without what only its next build would use.
for (const portal of globSync('portals/*')) {
  remove(normalize(portal) === normalize(folder) ? `${portal}/.next/cache` : portal);
}
