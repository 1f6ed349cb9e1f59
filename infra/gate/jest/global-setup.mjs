import './source-loader.mjs';

/** Starts what the whole run shares; the address travels to the workers in the environment. */
export default async function setup() {
  const { startRun } = await import('../../../packages/testkit/src/global-setup.ts');
  globalThis.properteaRun = await startRun();
}
