import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Brotli at its best beside every asset of the build, which server.mjs sends as it is. */
const compress = promisify(brotliCompress);
const folder = fileURLToPath(new URL('.next/static/', import.meta.url));
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

for await (const name of glob('**/*.{js,css,svg}', { cwd: folder })) {
  const file = `${folder}${name}`;
  const small = await compress(await readFile(file), BEST);
  if (small.length < (await stat(file)).size) await writeFile(`${file}.br`, small);
}
