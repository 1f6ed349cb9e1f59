export default async function teardown() {
  await globalThis.properteaRun?.stop();
}
