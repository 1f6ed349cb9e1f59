import { destination, pino, type Logger } from 'pino';
import { tellable } from '@propertea/observability';

export type { Logger };

/**
 * Structured JSON logs; secrets never reach them. `level` as pino names them, `silent` for none;
 * `file` is appended to, without it they go to the standard output.
 */
export function createLogger(name: string, level = 'info', file?: string): Logger {
  const options = {
    name,
    level,
    redact: ['*.password', '*.authorization', '*.cookie', '*.token', 'req.headers', 'headers'],
    serializers: { err: (error: unknown) => tellable(error) },
  };
  return file === undefined
    ? pino(options)
    : pino(options, destination({ dest: file, mkdir: true, mode: 0o600 }));
}
