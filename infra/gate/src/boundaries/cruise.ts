import { cruise } from 'dependency-cruiser';
import type {
  ICruiseOptions,
  ICruiseResult,
  IFlattenedRuleSet,
  IResolveOptions,
} from 'dependency-cruiser';
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

/** Reads every import of the given folders of `baseDir` and applies the rules to them. */
export async function cruiseFolders(baseDir: string, folders: string[]): Promise<Cruise> {
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
    { ...enhancedResolveOptions, bustTheCache: true },
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
