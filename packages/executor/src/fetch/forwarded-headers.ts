/** What is about one connection or one body, which are not those of the client. */
const OWN = new Set([
  'accept-encoding',
  'connection',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const OWN_PREFIXES = /^(?:content-|proxy-|sec-websocket-)/;

/** Whether a header, in small letters, may be sent on to a subgraph at all. */
export function mayForward(name: string): boolean {
  return !OWN.has(name) && !OWN_PREFIXES.test(name);
}

/** Headers as they may be sent on, their names in small letters. */
export function forwardedHeaders(
  headers: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [given, value] of Object.entries(headers)) {
    const name = given.toLowerCase();
    if (mayForward(name)) kept[name] = value;
  }
  return kept;
}
