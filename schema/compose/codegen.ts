import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { z } from 'zod';
import type { GeneratedFile } from './files.js';

const outputs = z.array(z.object({ filename: z.string(), content: z.string() }));

/** The root's codegen.ts; undefined where there is none, or nothing that it fills. */
export async function codegenConfig(root: string): Promise<CodegenConfig | undefined> {
  const configFile = join(root, 'codegen.ts');
  if (!existsSync(configFile)) return undefined;
  const loaded: { default: CodegenConfig } = await import(pathToFileURL(configFile).href);
  const fills = Object.keys(loaded.default.generates).some((target) => target.endsWith('/'));
  return fills ? loaded.default : undefined;
}

/**
 * Runs the root's codegen.ts over this api schema instead of the one on disk, without writing; plugins find
 * the rules of the inputs (`rules`, the text of rules.json) in their configuration.
 * `folders` are those that it fills.
 */
export async function documentFiles(
  root: string,
  config: CodegenConfig,
  apiSdl: string,
  rules: string,
): Promise<{ files: GeneratedFile[]; folders: string[] }> {
  const folders = Object.keys(config.generates).filter((target) => target.endsWith('/'));

  // Loaded late: it takes a second, and only a repository with documents needs it.
  const { generate } = await import('@graphql-codegen/cli');
  const run = {
    ...config,
    config: { ...config.config, rules: JSON.parse(rules) as unknown },
    schema: apiSdl,
    cwd: root,
    silent: true,
    errorsOnly: true,
  };
  const files = outputs.parse(await generate(run, false)).map((file) => ({
    path: (isAbsolute(file.filename) ? relative(root, file.filename) : file.filename).replaceAll(
      '\\',
      '/',
    ),
    content: file.content.endsWith('\n') ? file.content : `${file.content}\n`,
  }));
  return { files, folders: folders.map((folder) => folder.replace(/\/$/, '')) };
}
