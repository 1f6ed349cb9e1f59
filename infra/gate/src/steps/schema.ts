import { join } from 'node:path';
import { runNode } from '../command.js';
import type { Outcome, Step } from '../report.js';
import { root } from '../repository.js';

const entry = join(root, 'infra/local/bin/run.mjs');

async function command(args: string[], success: string): Promise<Outcome> {
  const { code, output } = await runNode([entry, ...args], { cwd: root });
  const ok = code === 0;
  return { ok, summary: ok ? success : 'see below', details: output };
}

/** What is committed under schema/ is what the rooms serve today. */
export const generated: Step = {
  title: 'generated files',
  run: () => command(['generate', '--check'], 'npm run generate would change nothing'),
};

/** The rules of conventions on the committed SDL, and composition of it. */
export const schemaRules: Step = {
  title: 'schema rules',
  run: () => command(['schema-check'], 'the rooms compose and keep the rules'),
};
