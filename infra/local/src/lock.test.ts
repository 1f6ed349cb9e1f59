import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

it('npm ci accepts the lock on every platform: optional packages of the others are in it too', () => {
  const file = fileURLToPath(new URL('../../../package-lock.json', import.meta.url));
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const isLocked = (from: string, name: string): boolean => {
    for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]+$/, '')) {
      if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
      if (folder === '') return false;
    }
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path || 'the root'} → ${name}`),
  );
  expect(missing).toEqual([]);
});
