/** What decides over @authenticated, @requiresScopes and @policy. */
export interface Caller {
  readonly authenticated: boolean;
  readonly scopes: readonly string[];
  /** The names of the policies that hold for the caller. */
  readonly policies: readonly string[];
}

export const NOBODY: Caller = { authenticated: false, scopes: [], policies: [] };
