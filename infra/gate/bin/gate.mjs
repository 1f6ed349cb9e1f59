import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  Refusal,
  currentNode,
  prepare,
  root,
  runUnderCurrentNode,
  withNodeFirst,
} from '../../local/bin/bootstrap.mjs';

/**
 * Installs what is missing, compiles the gate alone – the product's own build is one of its steps – and
 * runs it under Node 24 or newer. The exit code of the gate becomes ours.
 */
export async function main(args) {
  try {
    await prepare({ quiet: true, build: false });
    const node = currentNode();
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = spawnSync(node, [compiler, '-b', join(root, 'infra/gate')], {
      stdio: 'inherit',
      env: withNodeFirst(node),
    });
    if (compiled.status !== 0) throw new Refusal('The gate itself does not compile.');
    await runUnderCurrentNode(join(root, 'infra/gate/dist/main.js'), args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    console.log('0 passed, 1 failed');
    process.exitCode = error.exitCode || 1;
  }
}
