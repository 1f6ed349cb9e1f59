import { useMutation, useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useDiscardImportMutation = (options?: useMutation.Options<documents.DiscardImportMutation, documents.DiscardImportMutationVariables>) =>
  useMutation(documents.DiscardImportDocument, options);

export const useImportColumnsQuery = (...[options]: {} extends documents.ImportColumnsQueryVariables ? [options?: useQuery.Options<documents.ImportColumnsQuery, documents.ImportColumnsQueryVariables>] : [options: useQuery.Options<documents.ImportColumnsQuery, documents.ImportColumnsQueryVariables>]) =>
  useQuery(documents.ImportColumnsDocument, options as useQuery.Options<documents.ImportColumnsQuery, documents.ImportColumnsQueryVariables>) as unknown as useQuery.Result<documents.ImportColumnsQuery, documents.ImportColumnsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useImportFindingsQuery = (...[options]: {} extends documents.ImportFindingsQueryVariables ? [options?: useQuery.Options<documents.ImportFindingsQuery, documents.ImportFindingsQueryVariables>] : [options: useQuery.Options<documents.ImportFindingsQuery, documents.ImportFindingsQueryVariables>]) =>
  useQuery(documents.ImportFindingsDocument, options as useQuery.Options<documents.ImportFindingsQuery, documents.ImportFindingsQueryVariables>) as unknown as useQuery.Result<documents.ImportFindingsQuery, documents.ImportFindingsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useImportListQuery = (...[options]: {} extends documents.ImportListQueryVariables ? [options?: useQuery.Options<documents.ImportListQuery, documents.ImportListQueryVariables>] : [options: useQuery.Options<documents.ImportListQuery, documents.ImportListQueryVariables>]) =>
  useQuery(documents.ImportListDocument, options as useQuery.Options<documents.ImportListQuery, documents.ImportListQueryVariables>) as unknown as useQuery.Result<documents.ImportListQuery, documents.ImportListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useImportPortfolioMutation = (options?: useMutation.Options<documents.ImportPortfolioMutation, documents.ImportPortfolioMutationVariables>) =>
  useMutation(documents.ImportPortfolioDocument, options);

export const useImportProgressQuery = (...[options]: {} extends documents.ImportProgressQueryVariables ? [options?: useQuery.Options<documents.ImportProgressQuery, documents.ImportProgressQueryVariables>] : [options: useQuery.Options<documents.ImportProgressQuery, documents.ImportProgressQueryVariables>]) =>
  useQuery(documents.ImportProgressDocument, options as useQuery.Options<documents.ImportProgressQuery, documents.ImportProgressQueryVariables>) as unknown as useQuery.Result<documents.ImportProgressQuery, documents.ImportProgressQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useImportWizardQuery = (...[options]: {} extends documents.ImportWizardQueryVariables ? [options?: useQuery.Options<documents.ImportWizardQuery, documents.ImportWizardQueryVariables>] : [options: useQuery.Options<documents.ImportWizardQuery, documents.ImportWizardQueryVariables>]) =>
  useQuery(documents.ImportWizardDocument, options as useQuery.Options<documents.ImportWizardQuery, documents.ImportWizardQueryVariables>) as unknown as useQuery.Result<documents.ImportWizardQuery, documents.ImportWizardQueryVariables, 'empty' | 'complete' | 'streaming'>;
