/** A reason why the embedded server cannot run, in one sentence that a person can act upon. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';

  constructor(
    readonly code:
      | 'UNSUPPORTED_PLATFORM'
      | 'PORT_TAKEN'
      | 'DISK_FULL'
      | 'NO_PERMISSION'
      | 'IN_USE'
      | 'WRONG_PASSWORD'
      | 'WRONG_VERSION'
      | 'FAILED',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether `error` carries one of these codes (of the operating system or of PostgreSQL). */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    codes.includes(String(error.code))
  );
}
