/**
 * The message of a client, where a subscription names its document by a hash (Apollo's `persistedQuery`, or
 * `documentId`) with an empty text, which the protocol's library demands. Whatever else comes is left as it is.
 */
export function withText(message: string): string {
  if (!message.includes('"sha256Hash"') && !message.includes('"documentId"')) return message;
  let said: unknown;
  try {
    said = JSON.parse(message);
  } catch {
    return message;
  }
  if (!isObject(said) || said['type'] !== 'subscribe' || !isObject(said['payload'])) return message;
  const { payload } = said;
  const hasText = payload['query'] !== undefined && payload['query'] !== null;
  return hasText ? message : JSON.stringify({ ...said, payload: { ...payload, query: '' } });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
