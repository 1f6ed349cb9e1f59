import { useMutation, useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useEndViewAsMutation = (options?: useMutation.Options<documents.EndViewAsMutation, documents.EndViewAsMutationVariables>) =>
  useMutation(documents.EndViewAsDocument, options);

export const useSessionQuery = (...[options]: {} extends documents.SessionQueryVariables ? [options?: useQuery.Options<documents.SessionQuery, documents.SessionQueryVariables>] : [options: useQuery.Options<documents.SessionQuery, documents.SessionQueryVariables>]) =>
  useQuery(documents.SessionDocument, options as useQuery.Options<documents.SessionQuery, documents.SessionQueryVariables>) as unknown as useQuery.Result<documents.SessionQuery, documents.SessionQueryVariables, 'empty' | 'complete' | 'streaming'>;
