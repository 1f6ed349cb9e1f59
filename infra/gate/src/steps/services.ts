import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, runNode } from '../command.js';
import type { Outcome, Step } from '../report.js';
import { root } from '../repository.js';

interface Found {
  name: string;
  kind?: 'given' | 'installed' | 'running' | 'docker';
  image?: string;
  remedy: string;
}

const debianPackages: Record<string, string> = {
  redis: 'redis-server',
  rabbitmq: 'rabbitmq-server',
  chromium: 'chromium-headless-shell',
};

async function find(): Promise<Found[]> {
  const { code, output } = await runNode([join(root, 'infra/gate/jest/services.mjs')], {
    cwd: root,
    env: { NODE_NO_WARNINGS: '1' },
  });
  if (code !== 0) throw new Error(`looking for services: ${output}`);
  return JSON.parse(output);
}

const missing = (found: readonly Found[]) => found.filter(({ kind }) => !kind);

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

/** Keeps apt from starting what it installs, as Debian provides for; returns how to lift it again. */
function forbidStarts(): () => void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}

/** apt twice, because mirrors fail now and then. Returns what went wrong, or nothing. */
async function installByApt(names: readonly string[]): Promise<string> {
  const packages = names.flatMap((name) => debianPackages[name] ?? []);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const allowStarts = forbidStarts();
  let output = '';
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const updated = await run('apt-get', ['update', '-qq'], { env });
      const installed = await run('apt-get', install, { env });
      if (installed.code === 0) return '';
      output = `${updated.output}${installed.output}`.slice(-3_000);
    }
    return `apt-get install ${packages.join(' ')} failed twice:\n${output}`;
  } finally {
    allowStarts();
  }
}

/** Images are fetched before the suites, so that no suite waits for a download. */
async function pullImages(found: readonly Found[]): Promise<void> {
  const images = missing(found).flatMap(({ image }) => image ?? []);
  if (images.length === 0) return;
  const daemon = await run('docker', ['info'], { timeout: 10_000 });
  if (daemon.code !== 0) return;
  for (const image of images) await run('docker', ['pull', '--quiet', image], { timeout: 300_000 });
}

function outcome(found: readonly Found[], details: string): Outcome {
  const without = missing(found);
  const summary = found.map(({ name, kind }) => `${name} ${kind ?? 'missing'}`).join(', ');
  const advice = without
    .map(({ name, remedy }) => `suites about ${name} are skipped: ${remedy}`)
    .join('\n');
  return {
    // Under CI the suites themselves fail too; the line here says why.
    ok: without.length === 0 || (process.env.CI !== 'true' && details === ''),
    summary,
    details: [details, advice].filter(Boolean).join('\n'),
    always: without.length > 0,
  };
}

/**
 * Redis, RabbitMQ and Chromium for the suites about them: by URL, by an installed or running server, by
 * Docker; with `provision`, or under CI=true as root on Debian, installed by apt first.
 */
export function services(provision: boolean): Step {
  return {
    title: 'services',
    async run() {
      let found = await find();
      let problem = '';
      const wanted = provision || process.env.CI === 'true';
      if (missing(found).length > 0 && wanted && canUseApt()) {
        problem = await installByApt(missing(found).map(({ name }) => name));
        found = await find();
      } else if (missing(found).length > 0 && provision) {
        problem = '--provision needs Debian and root';
      }
      if (missing(found).length > 0) {
        await pullImages(found);
        found = await find();
      }
      return outcome(found, problem);
    },
  };
}
