import { transformSync } from '@swc/core';
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a workspace name points to in the sources; mirrors `moduleNameMapper` of jest.config.mjs. */
function sourceOf(specifier) {
  const name = /^@propertea\/(kernel|postgres|testkit)$/.exec(specifier)?.[1];
  return name && join(root, 'packages', name, 'src/index.ts');
}

/**
 * Lets Jest's own process (globalSetup, globalTeardown) import our TypeScript sources, so that a
 * single suite runs in a clone that was never built and never against a stale dist.
 */
registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier);
    if (source) return { url: pathToFileURL(source).href, shortCircuit: true, format: 'module' };
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(url)) return { url: url.href, shortCircuit: true, format: 'module' };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const path = fileURLToPath(url);
    if (path.includes(`${sep}node_modules${sep}`)) return next(url, context);
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      filename: path,
      swcrc: false,
      sourceMaps: 'inline',
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
