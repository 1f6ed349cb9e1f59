import { useMutation, useQuery } from '@apollo/client/react';
import * as documents from './graphql';

export const useAcceptInvitationMutation = (options?: useMutation.Options<documents.AcceptInvitationMutation, documents.AcceptInvitationMutationVariables>) =>
  useMutation(documents.AcceptInvitationDocument, options);

export const useAddGrantMutation = (options?: useMutation.Options<documents.AddGrantMutation, documents.AddGrantMutationVariables>) =>
  useMutation(documents.AddGrantDocument, options);

export const useApiClientQuery = (...[options]: {} extends documents.ApiClientQueryVariables ? [options?: useQuery.Options<documents.ApiClientQuery, documents.ApiClientQueryVariables>] : [options: useQuery.Options<documents.ApiClientQuery, documents.ApiClientQueryVariables>]) =>
  useQuery(documents.ApiClientDocument, options as useQuery.Options<documents.ApiClientQuery, documents.ApiClientQueryVariables>) as unknown as useQuery.Result<documents.ApiClientQuery, documents.ApiClientQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useApiClientHistoryQuery = (...[options]: {} extends documents.ApiClientHistoryQueryVariables ? [options?: useQuery.Options<documents.ApiClientHistoryQuery, documents.ApiClientHistoryQueryVariables>] : [options: useQuery.Options<documents.ApiClientHistoryQuery, documents.ApiClientHistoryQueryVariables>]) =>
  useQuery(documents.ApiClientHistoryDocument, options as useQuery.Options<documents.ApiClientHistoryQuery, documents.ApiClientHistoryQueryVariables>) as unknown as useQuery.Result<documents.ApiClientHistoryQuery, documents.ApiClientHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useApiClientListQuery = (...[options]: {} extends documents.ApiClientListQueryVariables ? [options?: useQuery.Options<documents.ApiClientListQuery, documents.ApiClientListQueryVariables>] : [options: useQuery.Options<documents.ApiClientListQuery, documents.ApiClientListQueryVariables>]) =>
  useQuery(documents.ApiClientListDocument, options as useQuery.Options<documents.ApiClientListQuery, documents.ApiClientListQueryVariables>) as unknown as useQuery.Result<documents.ApiClientListQuery, documents.ApiClientListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useAuditLogQuery = (...[options]: {} extends documents.AuditLogQueryVariables ? [options?: useQuery.Options<documents.AuditLogQuery, documents.AuditLogQueryVariables>] : [options: useQuery.Options<documents.AuditLogQuery, documents.AuditLogQueryVariables>]) =>
  useQuery(documents.AuditLogDocument, options as useQuery.Options<documents.AuditLogQuery, documents.AuditLogQueryVariables>) as unknown as useQuery.Result<documents.AuditLogQuery, documents.AuditLogQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useChangeApiClientMutation = (options?: useMutation.Options<documents.ChangeApiClientMutation, documents.ChangeApiClientMutationVariables>) =>
  useMutation(documents.ChangeApiClientDocument, options);

export const useChangeCompanyMutation = (options?: useMutation.Options<documents.ChangeCompanyMutation, documents.ChangeCompanyMutationVariables>) =>
  useMutation(documents.ChangeCompanyDocument, options);

export const useCompanyChoiceQuery = (...[options]: {} extends documents.CompanyChoiceQueryVariables ? [options?: useQuery.Options<documents.CompanyChoiceQuery, documents.CompanyChoiceQueryVariables>] : [options: useQuery.Options<documents.CompanyChoiceQuery, documents.CompanyChoiceQueryVariables>]) =>
  useQuery(documents.CompanyChoiceDocument, options as useQuery.Options<documents.CompanyChoiceQuery, documents.CompanyChoiceQueryVariables>) as unknown as useQuery.Result<documents.CompanyChoiceQuery, documents.CompanyChoiceQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useCompanyHistoryQuery = (...[options]: {} extends documents.CompanyHistoryQueryVariables ? [options?: useQuery.Options<documents.CompanyHistoryQuery, documents.CompanyHistoryQueryVariables>] : [options: useQuery.Options<documents.CompanyHistoryQuery, documents.CompanyHistoryQueryVariables>]) =>
  useQuery(documents.CompanyHistoryDocument, options as useQuery.Options<documents.CompanyHistoryQuery, documents.CompanyHistoryQueryVariables>) as unknown as useQuery.Result<documents.CompanyHistoryQuery, documents.CompanyHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useCompanyListQuery = (...[options]: {} extends documents.CompanyListQueryVariables ? [options?: useQuery.Options<documents.CompanyListQuery, documents.CompanyListQueryVariables>] : [options: useQuery.Options<documents.CompanyListQuery, documents.CompanyListQueryVariables>]) =>
  useQuery(documents.CompanyListDocument, options as useQuery.Options<documents.CompanyListQuery, documents.CompanyListQueryVariables>) as unknown as useQuery.Result<documents.CompanyListQuery, documents.CompanyListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useCompanyPageQuery = (...[options]: {} extends documents.CompanyPageQueryVariables ? [options?: useQuery.Options<documents.CompanyPageQuery, documents.CompanyPageQueryVariables>] : [options: useQuery.Options<documents.CompanyPageQuery, documents.CompanyPageQueryVariables>]) =>
  useQuery(documents.CompanyPageDocument, options as useQuery.Options<documents.CompanyPageQuery, documents.CompanyPageQueryVariables>) as unknown as useQuery.Result<documents.CompanyPageQuery, documents.CompanyPageQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useCompanyPropertiesQuery = (...[options]: {} extends documents.CompanyPropertiesQueryVariables ? [options?: useQuery.Options<documents.CompanyPropertiesQuery, documents.CompanyPropertiesQueryVariables>] : [options: useQuery.Options<documents.CompanyPropertiesQuery, documents.CompanyPropertiesQueryVariables>]) =>
  useQuery(documents.CompanyPropertiesDocument, options as useQuery.Options<documents.CompanyPropertiesQuery, documents.CompanyPropertiesQueryVariables>) as unknown as useQuery.Result<documents.CompanyPropertiesQuery, documents.CompanyPropertiesQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useCreateApiClientMutation = (options?: useMutation.Options<documents.CreateApiClientMutation, documents.CreateApiClientMutationVariables>) =>
  useMutation(documents.CreateApiClientDocument, options);

export const useCreateCompanyMutation = (options?: useMutation.Options<documents.CreateCompanyMutation, documents.CreateCompanyMutationVariables>) =>
  useMutation(documents.CreateCompanyDocument, options);

export const useInvitationListQuery = (...[options]: {} extends documents.InvitationListQueryVariables ? [options?: useQuery.Options<documents.InvitationListQuery, documents.InvitationListQueryVariables>] : [options: useQuery.Options<documents.InvitationListQuery, documents.InvitationListQueryVariables>]) =>
  useQuery(documents.InvitationListDocument, options as useQuery.Options<documents.InvitationListQuery, documents.InvitationListQueryVariables>) as unknown as useQuery.Result<documents.InvitationListQuery, documents.InvitationListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useInviteMemberMutation = (options?: useMutation.Options<documents.InviteMemberMutation, documents.InviteMemberMutationVariables>) =>
  useMutation(documents.InviteMemberDocument, options);

export const useMemberHistoryQuery = (...[options]: {} extends documents.MemberHistoryQueryVariables ? [options?: useQuery.Options<documents.MemberHistoryQuery, documents.MemberHistoryQueryVariables>] : [options: useQuery.Options<documents.MemberHistoryQuery, documents.MemberHistoryQueryVariables>]) =>
  useQuery(documents.MemberHistoryDocument, options as useQuery.Options<documents.MemberHistoryQuery, documents.MemberHistoryQueryVariables>) as unknown as useQuery.Result<documents.MemberHistoryQuery, documents.MemberHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useMemberListQuery = (...[options]: {} extends documents.MemberListQueryVariables ? [options?: useQuery.Options<documents.MemberListQuery, documents.MemberListQueryVariables>] : [options: useQuery.Options<documents.MemberListQuery, documents.MemberListQueryVariables>]) =>
  useQuery(documents.MemberListDocument, options as useQuery.Options<documents.MemberListQuery, documents.MemberListQueryVariables>) as unknown as useQuery.Result<documents.MemberListQuery, documents.MemberListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePersonChoiceQuery = (...[options]: {} extends documents.PersonChoiceQueryVariables ? [options?: useQuery.Options<documents.PersonChoiceQuery, documents.PersonChoiceQueryVariables>] : [options: useQuery.Options<documents.PersonChoiceQuery, documents.PersonChoiceQueryVariables>]) =>
  useQuery(documents.PersonChoiceDocument, options as useQuery.Options<documents.PersonChoiceQuery, documents.PersonChoiceQueryVariables>) as unknown as useQuery.Result<documents.PersonChoiceQuery, documents.PersonChoiceQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyChoiceQuery = (...[options]: {} extends documents.PropertyChoiceQueryVariables ? [options?: useQuery.Options<documents.PropertyChoiceQuery, documents.PropertyChoiceQueryVariables>] : [options: useQuery.Options<documents.PropertyChoiceQuery, documents.PropertyChoiceQueryVariables>]) =>
  useQuery(documents.PropertyChoiceDocument, options as useQuery.Options<documents.PropertyChoiceQuery, documents.PropertyChoiceQueryVariables>) as unknown as useQuery.Result<documents.PropertyChoiceQuery, documents.PropertyChoiceQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useRegisterOrganizationMutation = (options?: useMutation.Options<documents.RegisterOrganizationMutation, documents.RegisterOrganizationMutationVariables>) =>
  useMutation(documents.RegisterOrganizationDocument, options);

export const useRemoveGrantMutation = (options?: useMutation.Options<documents.RemoveGrantMutation, documents.RemoveGrantMutationVariables>) =>
  useMutation(documents.RemoveGrantDocument, options);

export const useRemoveMemberMutation = (options?: useMutation.Options<documents.RemoveMemberMutation, documents.RemoveMemberMutationVariables>) =>
  useMutation(documents.RemoveMemberDocument, options);

export const useRestoreCompanyMutation = (options?: useMutation.Options<documents.RestoreCompanyMutation, documents.RestoreCompanyMutationVariables>) =>
  useMutation(documents.RestoreCompanyDocument, options);

export const useRetireCompanyMutation = (options?: useMutation.Options<documents.RetireCompanyMutation, documents.RetireCompanyMutationVariables>) =>
  useMutation(documents.RetireCompanyDocument, options);

export const useRevokeApiClientMutation = (options?: useMutation.Options<documents.RevokeApiClientMutation, documents.RevokeApiClientMutationVariables>) =>
  useMutation(documents.RevokeApiClientDocument, options);

export const useRevokeApiClientKeyMutation = (options?: useMutation.Options<documents.RevokeApiClientKeyMutation, documents.RevokeApiClientKeyMutationVariables>) =>
  useMutation(documents.RevokeApiClientKeyDocument, options);

export const useRevokeInvitationMutation = (options?: useMutation.Options<documents.RevokeInvitationMutation, documents.RevokeInvitationMutationVariables>) =>
  useMutation(documents.RevokeInvitationDocument, options);

export const useRotateApiClientKeyMutation = (options?: useMutation.Options<documents.RotateApiClientKeyMutation, documents.RotateApiClientKeyMutationVariables>) =>
  useMutation(documents.RotateApiClientKeyDocument, options);

export const useViewAsMutation = (options?: useMutation.Options<documents.ViewAsMutation, documents.ViewAsMutationVariables>) =>
  useMutation(documents.ViewAsDocument, options);
