import { useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const usePropertyListQuery = (...[options]: {} extends documents.PropertyListQueryVariables ? [options?: useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>] : [options: useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>]) =>
  useQuery(documents.PropertyListDocument, options as useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>) as unknown as useQuery.Result<documents.PropertyListQuery, documents.PropertyListQueryVariables, 'empty' | 'complete' | 'streaming'>;
