/**
 * A trace of its own for one request, as the W3C writes it: with it the request is found again in the traces of
 * the house. Whether it is kept there is decided at the gateway.
 */
export function newTraceparent(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `00-${hex.slice(0, 32)}-${hex.slice(32)}-01`;
}
