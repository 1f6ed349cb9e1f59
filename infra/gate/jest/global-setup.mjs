import { existsSync } from 'node:fs';
import './source-loader.mjs';

/** Starts what the whole run shares; the address travels to the workers in the environment. */
export default async function setup() {
  // Pure suites run before the launcher of PostgreSQL exists.
  if (!existsSync(new URL('../../../packages/postgres/src/index.ts', import.meta.url))) return;
  const { startRun } = await import('../../../packages/testkit/src/global-setup.ts');
  globalThis.properteaRun = await startRun();
}
