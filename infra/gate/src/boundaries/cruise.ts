import { cruise } from 'dependency-cruiser';
import type {
  ICruiseOptions,
  ICruiseResult,
  IFlattenedRuleSet,
  IResolveOptions,
} from 'dependency-cruiser';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../repository.js';

interface Configuration {
  forbidden: { name: string; comment: string }[];
  options: ICruiseOptions & { enhancedResolveOptions: Partial<IResolveOptions> };
}

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

export interface Cruise {
  modules: number;
  imports: number;
  violations: Violation[];
}

/** The rules of .dependency-cruiser.mjs. */
export async function configuration(): Promise<Configuration> {
  const file = pathToFileURL(join(root, '.dependency-cruiser.mjs')).href;
  const loaded: { default: Configuration } = await import(file);
  return loaded.default;
}

/**
 * Reads every import of the given folders of `baseDir` and applies the rules to them. Each portal is read on
 * its own, because `@/…` means something else in each.
 */
export async function cruiseFolders(baseDir: string, folders: string[]): Promise<Cruise> {
  const others = folders.filter((folder) => folder !== 'portals');
  const result = await cruiseWith(baseDir, others, {});
  if (others.length === folders.length) return result;
  for (const portal of foldersIn(join(baseDir, 'portals'))) {
    const alias = { '@/*': join(baseDir, 'portals', portal, 'src/*') };
    const own = await cruiseWith(baseDir, [`portals/${portal}`], alias);
    result.modules += own.modules;
    result.imports += own.imports;
    result.violations.push(...own.violations);
  }
  return result;
}

function foldersIn(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

async function cruiseWith(
  baseDir: string,
  folders: string[],
  alias: Record<string, string>,
): Promise<Cruise> {
  const { forbidden, options } = await configuration();
  const { enhancedResolveOptions, ...rest } = options;
  const { output } = await cruise(
    folders,
    {
      ...rest,
      baseDir,
      validate: true,
      ruleSet: { forbidden } as IFlattenedRuleSet,
      outputType: 'json',
    },
    // The command line hands these over by itself; without them workspace imports go unseen.
    { ...enhancedResolveOptions, alias, bustTheCache: true },
  );
  const result: ICruiseResult = typeof output === 'string' ? JSON.parse(output) : output;
  return {
    modules: result.summary.totalCruised,
    imports: result.summary.totalDependenciesCruised ?? 0,
    violations: result.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
    })),
  };
}
