/** The labels of progressive overrides (`@override(label:)`) that a supergraph names. */
export function overrideLabels(supergraphSdl: string): string[] {
  const found = supergraphSdl.matchAll(/overrideLabel: "([^"]*)"/g);
  return [...new Set([...found].map(([, label]) => label ?? ''))];
}
