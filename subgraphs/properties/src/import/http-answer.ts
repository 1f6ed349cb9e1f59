import type { ServerResponse } from 'node:http';
import type { FaultCode } from '@propertea/kernel';

/** HTTP statuses of faults on plain routes. */
export const statuses: Partial<Record<FaultCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  BAD_USER_INPUT: 400,
};

export function answer(res: ServerResponse, status: number, body: unknown): void {
  if (res.headersSent || res.destroyed) return;
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(JSON.stringify(body));
}

/** The same shape as errors of GraphQL; `reason` tells refusals of one code apart. */
export function answerError(
  res: ServerResponse,
  status: number,
  code: FaultCode,
  message: string,
  reason?: string,
): void {
  const extensions = { code, ...(reason !== undefined && { reason }) };
  answer(res, status, { errors: [{ message, extensions }] });
}
