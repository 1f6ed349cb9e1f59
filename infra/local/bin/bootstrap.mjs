import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIsCurrent, buildKinds, noteBuild } from './build-stamp.mjs';
import { installIsCurrent, forgetInstall, noteInstall } from './install-stamp.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Nothing that we start reports home, and nx leaves no daemon behind. */
const QUIET_TOOLS = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NX_ANALYTICS: 'false',
  NEXT_TELEMETRY_DISABLED: '1',
  APOLLO_TELEMETRY_DISABLED: '1',
};

/** Root scripts whose program is not `infra/local/dist/commands/<name>.js`. */
const PROGRAMS = {
  start: 'infra/local/dist/start.js',
  generate: 'schema/dist/compose/generate.js',
  'schema-check': 'schema/dist/compose/check.js',
  'schema-changelog': 'schema/dist/compose/changelog.js',
  bench: 'bench/dist/main.js',
  gateway: 'packages/executor/dist/serve/main.js',
};

/** Flags of Node with which a program runs: a smaller young heap is as quick, and spares 70 MB under load. */
const NODE_FLAGS = { gateway: ['--min-semi-space-size=32', '--max-semi-space-size=32'] };

/** Whether the portals are built for this command; the others do without. */
function wantsPortals(name, args) {
  if (args.includes('--help')) return false;
  if (name === 'start') return !args.includes('--no-portals');
  return name === 'build' || name === 'stage' || (name === 'bench' && args[0] === 'portal');
}

/** A reason to stop that is the user's to change: printed without a stack. */
export class Refusal extends Error {}

/**
 * Installs and builds what is missing or changed, then runs the program of `name` under Node 24 or newer.
 * The exit code of the program becomes ours.
 */
export async function main(name, args) {
  const quiet = name !== 'start' && name !== 'build';
  try {
    const timings = await prepare({
      quiet,
      verbose: args.includes('--verbose'),
      portals: wantsPortals(name, args),
    });
    const program = PROGRAMS[name] || `infra/local/dist/commands/${name}.js`;
    if (!existsSync(join(root, program))) {
      throw new Refusal(
        `There is no command "${name}"; the scripts of package.json name them all.`,
      );
    }
    process.env.PROPERTEA_BOOTSTRAP_TIMINGS = JSON.stringify(timings);
    await runUnderCurrentNode(join(root, program), args, NODE_FLAGS[name]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode || 1;
  }
}

/**
 * Brings node_modules and dist up to date. Milliseconds per step come back.
 * @param {{ quiet?: boolean, verbose?: boolean, build?: boolean, portals?: boolean }} options quiet: only
 *   failures are printed; build: false leaves dist as it is; portals: those are built too
 * @throws {Refusal}
 */
export async function prepare(options = {}) {
  Object.assign(process.env, QUIET_TOOLS);
  const say = (text) => options.quiet || console.error(text);
  const timings = {};
  const timed = async (step, work) => {
    const begin = performance.now();
    await work();
    timings[step] = Math.round(performance.now() - begin);
  };
  await timed('install', async () => {
    if (installIsCurrent(root)) return;
    say('Installing packages (the first time takes about a minute) …');
    await install(options);
    noteInstall(root);
  });
  if (options.build === false) return timings;
  for (const kind of buildKinds(root)) {
    const isHouse = kind.name === 'house';
    if (!isHouse && !options.portals) continue;
    await timed(isHouse ? 'build' : `build of the ${kind.name} portal`, async () => {
      const state = buildIsCurrent(root, kind);
      if (state.current) return;
      say(
        isHouse
          ? 'Building what changed …'
          : `Building the ${kind.name} portal (about half a minute) …`,
      );
      await build(kind, options);
      noteBuild(root, kind, state.hash);
    });
  }
  return timings;
}

async function install(options) {
  forgetInstall(root);
  // `npm ci` removes node_modules, and with it perhaps the Node that runs us: take the one npm itself runs on.
  const npm = process.env.npm_execpath;
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const [program, all] =
    npm && npm.endsWith('.js')
      ? [process.env.npm_node_execpath || process.execPath, [npm, ...args]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
  const result = await run(program, all, { verbose: options.verbose, environment: process.env });
  if (result.code !== 0 || result.signal) {
    throw refusal(
      `The packages could not be installed (npm ci ended with ${result.code}); see the lines above, then try again.`,
      result,
    );
  }
}

async function build(kind, options) {
  const node = currentNode();
  const lerna = join(root, 'node_modules/lerna/dist/cli.js');
  // What a portal stands on is part of the house and was built before it.
  const scopes = kind.workspaces.flatMap((name) => ['--scope', name]);
  const args = [lerna, 'run', 'build', '--loglevel=error', ...scopes];
  const result = await run(node, args, {
    verbose: options.verbose,
    environment: withNodeFirst(node),
  });
  if (result.code !== 0 || result.signal) {
    throw refusal(
      `The build failed (exit code ${result.code}); the lines above name the file and the reason.`,
      result,
    );
  }
}

/** What a failed tool wrote is printed, what a working one wrote only with --verbose. */
function refusal(message, { text, signal }) {
  if (signal) return Object.assign(new Refusal('Stopped.'), { exitCode: 130 });
  if (text) console.error(text.trimEnd());
  return new Refusal(message);
}

function run(program, args, { verbose, environment }) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: root,
      env: environment,
      stdio: verbose ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
    });
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stderr?.on('data', (chunk) => (text += chunk));
    const release = forwardSignals(child);
    child.on('error', (error) => {
      release();
      fail(new Refusal(`${program} cannot be run: ${error.message}.`));
    });
    child.on('close', (code, signal) => {
      done({ code, text, signal: signal || release() });
    });
  });
}

/** Returns a function that ends the forwarding and tells the last signal seen. */
function forwardSignals(child) {
  let seen;
  const forward = (signal) => {
    seen = signal;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const forget = onParentGone(() => forward('SIGTERM'));
  return () => {
    for (const signal of signals) process.off(signal, forward);
    forget();
    return seen;
  };
}

/**
 * npm runs us through a shell that dies of a signal to npm without passing it on: its end is our signal.
 * Only under npm, since whoever starts us directly may well go and leave us running.
 */
function onParentGone(act) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 300);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The Node to run the product with: ours if it is new enough, else the one from npm.
 * @throws {Refusal} where neither works
 */
export function currentNode() {
  if (major(process.versions.node) >= 24 && existsSync(process.execPath)) return process.execPath;
  const brought = join(
    root,
    'node_modules/.bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(brought)) {
    const probe = spawnSync(brought, ['--version'], { encoding: 'utf8' });
    // npm removes the folder that this link names when it reinstalls; resolve it now.
    if (probe.status === 0 && major(probe.stdout.slice(1)) >= 24) return realpathSync(brought);
  }
  throw new Refusal(
    `ProperTea runs on Node.js 24; none comes with npm for ${process.platform}-${process.arch} that runs here, and this is ${process.versions.node}. Install Node 24 from https://nodejs.org.`,
  );
}

function major(version) {
  return Number(String(version).split('.')[0]);
}

export function withNodeFirst(node) {
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path };
}

/** Runs a module of ours: in this process where Node and its flags fit, else in a child that shares our fate. */
export async function runUnderCurrentNode(program, args, flags = []) {
  const node = currentNode();
  if (node === process.execPath && flags.length === 0) {
    process.argv = [node, program, ...args];
    await import(pathToFileURL(program).href);
    return;
  }
  await new Promise((done) => {
    const child = spawn(node, ['--enable-source-maps', ...flags, program, ...args], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: withNodeFirst(node),
    });
    // A terminal sends Ctrl-C to both of us; the child must get it once, so only what is sent to us alone travels on.
    const wait = () => {};
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', process.stdin.isTTY ? wait : forward);
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    onParentGone(() => forward('SIGTERM'));
    child.on('close', (code, signal) => {
      process.exitCode = code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code;
      done();
    });
  });
}
