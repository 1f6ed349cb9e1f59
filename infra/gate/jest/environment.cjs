const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** What libraries keep in the global object about the classes of one test file. */
const kept = ['TypeGraphQLMetadataStorage', 'classValidatorMetadataStorage'];

const openTelemetry = /@opentelemetry\/api\/dist\/index\.[cm]js$/;

/** Forgets which tracers and meters a test file has set. */
function disableTelemetry() {
  for (const [file, loaded] of Object.entries(require.cache)) {
    if (!loaded || !openTelemetry.test(file)) continue;
    const { context, metrics, propagation, trace } = loaded.exports;
    for (const part of [context, metrics, propagation, trace]) part.disable();
  }
}

/**
 * Test files run in the worker's own realm, one after another: what a library makes of `Error`, `Date`
 * or `{}` is what the product makes of it, and no global is looked up through a sandbox. A file's own
 * modules are evaluated for it alone (runtime.cjs).
 */
class OwnRealmEnvironment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern;
  #exit = Object.getOwnPropertyDescriptor(process, 'exit');
  #console = console;
  #variables = { ...process.env };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  async setup() {
    // Jest asks for 100 frames, which each error of the product would pay for.
    Error.stackTraceLimit = 30;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    Object.defineProperty(process, 'exit', this.#exit);
    globalThis.console = this.#console;
    for (const name of Object.keys(process.env)) {
      if (!(name in this.#variables)) delete process.env[name];
    }
    Object.assign(process.env, this.#variables);
    disableTelemetry();
    for (const name of kept) delete globalThis[name];
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

module.exports = OwnRealmEnvironment;
