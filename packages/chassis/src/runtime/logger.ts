import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured JSON logs; secrets never reach them. `level` as pino names them, `silent` for none. */
export function createLogger(name: string, level = 'info'): Logger {
  return pino({
    name,
    level,
    redact: ['*.password', '*.authorization', '*.cookie', '*.token', 'req.headers', 'headers'],
    serializers: { err: pino.stdSerializers.err },
  });
}
