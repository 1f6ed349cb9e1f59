import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';
import { viewAsIsOver } from '@/session/view-as-over';
import { errorsOf, isOfTheWhole, kindOf } from './failures';

/** Notices that the view as another member is over: then the gateway refuses a request as a whole. */
export const viewAsLink = new ApolloLink((operation, forward) => {
  const look = (errors: ReturnType<typeof errorsOf>) => {
    if (errors.some((error) => isOfTheWhole(error) && kindOf(error) === 'notFound')) viewAsIsOver();
  };
  return forward(operation).pipe(
    tap({
      next: ({ errors }) => look(errors ?? []),
      error: (failure: unknown) => look(errorsOf(failure)),
    }),
  );
});
