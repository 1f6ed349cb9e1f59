import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreSymlinks } from './binaries.js';

it('the library links come back when install scripts were off, beside those that exist', async () => {
  const root = await mkdtemp(join(tmpdir(), 'propertea-native-'));
  try {
    await mkdir(join(root, 'native', 'lib'), { recursive: true });
    await writeFile(join(root, 'native', 'lib', 'libx.so.60.2'), 'library');
    await symlink('libx.so.60.2', join(root, 'native', 'lib', 'libx.so'));
    const links = ['libx.so', 'libx.so.60'].map((name) => ({
      source: 'native/lib/libx.so.60.2',
      target: `native/lib/${name}`,
    }));
    await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));

    await restoreSymlinks(root);
    await restoreSymlinks(root);

    expect(await readFile(join(root, 'native', 'lib', 'libx.so.60'), 'utf8')).toBe('library');
    expect(await readFile(join(root, 'native', 'lib', 'libx.so'), 'utf8')).toBe('library');
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
