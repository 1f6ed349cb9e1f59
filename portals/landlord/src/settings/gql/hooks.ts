import { useMutation, useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useChangeOrganizationMutation = (options?: useMutation.Options<documents.ChangeOrganizationMutation, documents.ChangeOrganizationMutationVariables>) =>
  useMutation(documents.ChangeOrganizationDocument, options);

export const useChangePreferencesMutation = (options?: useMutation.Options<documents.ChangePreferencesMutation, documents.ChangePreferencesMutationVariables>) =>
  useMutation(documents.ChangePreferencesDocument, options);

export const useChangeProfileMutation = (options?: useMutation.Options<documents.ChangeProfileMutation, documents.ChangeProfileMutationVariables>) =>
  useMutation(documents.ChangeProfileDocument, options);

export const useEraseMyAccountMutation = (options?: useMutation.Options<documents.EraseMyAccountMutation, documents.EraseMyAccountMutationVariables>) =>
  useMutation(documents.EraseMyAccountDocument, options);

export const useEraseMyMembershipsMutation = (options?: useMutation.Options<documents.EraseMyMembershipsMutation, documents.EraseMyMembershipsMutationVariables>) =>
  useMutation(documents.EraseMyMembershipsDocument, options);

export const useMyDataQuery = (...[options]: {} extends documents.MyDataQueryVariables ? [options?: useQuery.Options<documents.MyDataQuery, documents.MyDataQueryVariables>] : [options: useQuery.Options<documents.MyDataQuery, documents.MyDataQueryVariables>]) =>
  useQuery(documents.MyDataDocument, options as useQuery.Options<documents.MyDataQuery, documents.MyDataQueryVariables>) as unknown as useQuery.Result<documents.MyDataQuery, documents.MyDataQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useOrganizationHistoryQuery = (...[options]: {} extends documents.OrganizationHistoryQueryVariables ? [options?: useQuery.Options<documents.OrganizationHistoryQuery, documents.OrganizationHistoryQueryVariables>] : [options: useQuery.Options<documents.OrganizationHistoryQuery, documents.OrganizationHistoryQueryVariables>]) =>
  useQuery(documents.OrganizationHistoryDocument, options as useQuery.Options<documents.OrganizationHistoryQuery, documents.OrganizationHistoryQueryVariables>) as unknown as useQuery.Result<documents.OrganizationHistoryQuery, documents.OrganizationHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useSettingsQuery = (...[options]: {} extends documents.SettingsQueryVariables ? [options?: useQuery.Options<documents.SettingsQuery, documents.SettingsQueryVariables>] : [options: useQuery.Options<documents.SettingsQuery, documents.SettingsQueryVariables>]) =>
  useQuery(documents.SettingsDocument, options as useQuery.Options<documents.SettingsQuery, documents.SettingsQueryVariables>) as unknown as useQuery.Result<documents.SettingsQuery, documents.SettingsQueryVariables, 'empty' | 'complete' | 'streaming'>;
