/** The connection could not be had or broke off. */
const LOST = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);
/** What gateways and load balancers say for a server that is not there. */
const ABSENT = new Set<unknown>([502, 503, 504]);
const DEPTH = 5;

/** A status by which a query may be sent again. */
export const saysAbsent = (status: number): boolean => ABSENT.has(status);

/** What was answered with such a status, and without data. */
export class Absent extends Error {
  override readonly name = 'Absent';

  constructor(readonly status: number) {
    super(`It answered with the status ${status}`);
  }
}

/** Whether a query that failed may find an answer when it is sent again: by what the error and its causes say. */
export function isUnanswered(error: unknown): boolean {
  let cause = error;
  for (let depth = 0; depth < DEPTH && cause instanceof Error; depth++) {
    if ('code' in cause && LOST.has(String(cause.code))) return true;
    if ('status' in cause && ABSENT.has(cause.status)) return true;
    cause = cause.cause;
  }
  return false;
}
