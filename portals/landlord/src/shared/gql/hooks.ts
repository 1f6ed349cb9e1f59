import { useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useCompanyChoicesQuery = (...[options]: {} extends documents.CompanyChoicesQueryVariables ? [options?: useQuery.Options<documents.CompanyChoicesQuery, documents.CompanyChoicesQueryVariables>] : [options: useQuery.Options<documents.CompanyChoicesQuery, documents.CompanyChoicesQueryVariables>]) =>
  useQuery(documents.CompanyChoicesDocument, options as useQuery.Options<documents.CompanyChoicesQuery, documents.CompanyChoicesQueryVariables>) as unknown as useQuery.Result<documents.CompanyChoicesQuery, documents.CompanyChoicesQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyChoicesQuery = (...[options]: {} extends documents.PropertyChoicesQueryVariables ? [options?: useQuery.Options<documents.PropertyChoicesQuery, documents.PropertyChoicesQueryVariables>] : [options: useQuery.Options<documents.PropertyChoicesQuery, documents.PropertyChoicesQueryVariables>]) =>
  useQuery(documents.PropertyChoicesDocument, options as useQuery.Options<documents.PropertyChoicesQuery, documents.PropertyChoicesQueryVariables>) as unknown as useQuery.Result<documents.PropertyChoicesQuery, documents.PropertyChoicesQueryVariables, 'empty' | 'complete' | 'streaming'>;
