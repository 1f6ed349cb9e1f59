import { runNode } from '../command.js';
import type { Step } from '../report.js';
import { binary, root } from '../repository.js';

export const lint: Step = {
  title: 'lint',
  async run() {
    const args = [binary('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'];
    const { code, output } = await runNode(args, { cwd: root });
    const found = /Found (.*)\./.exec(output)?.[1] ?? 'could not run';
    return { ok: code === 0, summary: code === 0 ? 'clean' : found, details: output };
  },
};

export const format: Step = {
  title: 'format',
  async run() {
    const { code, output } = await runNode([binary('oxfmt/bin/oxfmt'), '--check', '.'], {
      cwd: root,
    });
    return {
      ok: code === 0,
      summary: code === 0 ? 'as oxfmt writes it' : 'run npx oxfmt .',
      details: output,
    };
  },
};
