import compression from 'compression';

/** Shorter answers fit into the packets that they need anyway. */
const WORTH_BYTES = 1_024;

/**
 * Compresses answers with brotli or gzip for who takes it. Not for the paths that rooms serve: those are streams,
 * often of what is compressed already.
 */
export const compressAnswers = compression({ threshold: WORTH_BYTES });
