import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from '../report.js';
import { root, sourceFiles } from '../repository.js';

const hardLimit = 400;
const code = /\.(ts|tsx|mts|cts|js|mjs|cjs|jsx|css)$/;
const excluded = [/\/migrations\//, /\/gql\//, /\.generated\./];

/** Lines as an editor counts them. */
function linesOf(file: string): number {
  const text = readFileSync(join(root, file), 'utf8');
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** conventions: soft limit 250 lines a file, hard limit 400. */
export const lengths: Step = {
  title: 'file lengths',
  async run() {
    const files = sourceFiles().filter(
      (file) => code.test(file) && !excluded.some((pattern) => pattern.test(file)),
    );
    const long = files
      .map((file) => ({ file, lines: linesOf(file) }))
      .filter(({ lines }) => lines > hardLimit)
      .toSorted((a, b) => b.lines - a.lines);
    return {
      ok: long.length === 0,
      summary:
        long.length === 0
          ? `${files.length} files, none over ${hardLimit} lines`
          : `${long.length} of ${files.length} files over ${hardLimit} lines`,
      details: long.map(({ file, lines }) => `${file}: ${lines}`).join('\n'),
    };
  },
};
