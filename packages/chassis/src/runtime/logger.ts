import { destination, pino, type Logger } from 'pino';

export type { Logger };

/**
 * Structured JSON logs; secrets never reach them. `level` as pino names them, `silent` for none;
 * `file` is appended to, without it they go to the standard output.
 */
export function createLogger(name: string, level = 'info', file?: string): Logger {
  const options = {
    name,
    level,
    redact: [
      '*.password',
      '*.authorization',
      '*.cookie',
      '*.token',
      'req.headers',
      'headers',
      // Of a refused statement the database quotes the whole row, hashes of passwords included.
      'err.detail',
    ],
    serializers: { err: pino.stdSerializers.err },
  };
  return file === undefined
    ? pino(options)
    : pino(options, destination({ dest: file, mkdir: true, mode: 0o600 }));
}
