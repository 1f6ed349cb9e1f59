import { ApolloLink } from '@apollo/client';
import { from, mergeMap, of, catchError, throwError } from 'rxjs';
import { sessionEnded } from '@/session/session-end';
import { errorsOf, kindOf } from './failures';

const MAX_TRIES = 3;

/**
 * When the session has ended, an operation waits for the person to sign in again and is then sent once
 * more: a half-filled form stays as it is, and its submission goes through.
 */
export const sessionLink = new ApolloLink((operation, forward) => {
  const send = (tries: number): ReturnType<typeof forward> =>
    forward(operation).pipe(
      mergeMap((result) => {
        const isRefused = result.errors?.some((error) => kindOf(error) === 'unauthenticated');
        return isRefused ? again(tries, () => of(result)) : of(result);
      }),
      catchError((error: unknown) => {
        const isRefused = errorsOf(error).some((one) => kindOf(one) === 'unauthenticated');
        return isRefused ? again(tries, () => throwError(() => error)) : throwError(() => error);
      }),
    );
  const again = (tries: number, giveUp: () => ReturnType<typeof forward>) =>
    tries >= MAX_TRIES || typeof window === 'undefined'
      ? giveUp()
      : from(sessionEnded()).pipe(mergeMap(() => send(tries + 1)));
  return send(1);
});
