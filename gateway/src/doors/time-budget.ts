import type { Response } from 'express';

export interface TimeBudget {
  readonly signal: AbortSignal;
  /** Ends it from now on when the client leaves, whatever it did so far. */
  endWithClient(): void;
  end(): void;
}

/** Ends with the time budget, and for queries when the client leaves; a mutation is not cut off by that. */
export function timeBudget(
  response: Response,
  timeoutMs: number,
  outlivesClient: boolean,
): TimeBudget {
  const controller = new AbortController();
  const abort = (why: string) => controller.abort(new Error(why));
  const timer = setTimeout(() => abort('time budget used up'), timeoutMs);
  const leave = () => {
    if (!response.writableFinished) abort('client has left');
  };
  const endWithClient = () => {
    response.off('close', leave).once('close', leave);
    if (response.destroyed) leave();
  };
  if (!outlivesClient) endWithClient();
  return {
    signal: controller.signal,
    endWithClient,
    end() {
      clearTimeout(timer);
      response.off('close', leave);
    },
  };
}
