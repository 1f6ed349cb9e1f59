import { useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useSearchQuery = (...[options]: {} extends documents.SearchQueryVariables ? [options?: useQuery.Options<documents.SearchQuery, documents.SearchQueryVariables>] : [options: useQuery.Options<documents.SearchQuery, documents.SearchQueryVariables>]) =>
  useQuery(documents.SearchDocument, options as useQuery.Options<documents.SearchQuery, documents.SearchQueryVariables>) as unknown as useQuery.Result<documents.SearchQuery, documents.SearchQueryVariables, 'empty' | 'complete' | 'streaming'>;
