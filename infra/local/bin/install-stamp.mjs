import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampFile = (root) => join(root, 'node_modules/.propertea-install');

/** Whether node_modules holds what package-lock.json says. */
export function installIsCurrent(root) {
  const wanted = lockHash(root);
  try {
    if (readFileSync(stampFile(root), 'utf8') === wanted) return true;
  } catch {
    // No stamp: somebody may have run npm install, which is as good.
  }
  if (!matchesLock(root)) return false;
  writeFileSync(stampFile(root), wanted);
  return true;
}

export function noteInstall(root) {
  writeFileSync(stampFile(root), lockHash(root));
}

export function forgetInstall(root) {
  rmSync(stampFile(root), { force: true });
}

/** The same lock on another platform (a folder shared with a container) is another installation. */
function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** npm notes what it installed; a missing entry is fine only where it is optional (other platforms). */
function matchesLock(root) {
  let installed;
  try {
    installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  } catch {
    return false;
  }
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return (
      found.version === wanted.version &&
      found.integrity === wanted.integrity &&
      existsSync(join(root, path))
    );
  });
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
