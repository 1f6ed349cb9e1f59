import 'server-only';
import { readEnv } from '../server-env.mjs';

let parsed: ReturnType<typeof readEnv> | undefined;

/** Read when it is first asked for: the build has no environment. */
export function env(): ReturnType<typeof readEnv> {
  // oxlint-disable-next-line node/no-process-env -- the one reader of it in the pages
  return (parsed ??= readEnv(process.env));
}
