import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const MANIFEST = join(REPOSITORY, 'bench/src/gateway/peers/installed/package.json');

/**
 * The folder into which the peers of installed/package.json are installed, by npm and outside the lockfile.
 * It is named by the manifest, so another version of a peer is another folder.
 */
export async function installPeers(log: (line: string) => void): Promise<string> {
  const manifest = await readFile(MANIFEST, 'utf8');
  const hash = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = join(REPOSITORY, '.propertea/bench-peers', hash);
  const done = join(folder, 'installed');
  if (await exists(done)) return folder;
  log(`installing the peers into ${folder}`);
  await mkdir(folder, { recursive: true });
  await copyFile(MANIFEST, join(folder, 'package.json'));
  await promisify(execFile)('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund'], {
    cwd: folder,
    // The node that runs the bench also runs npm, whatever is first on the path.
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`,
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  await writeFile(done, hash);
  return folder;
}

async function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  );
}
