import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import * as documents from './graphql';

export const useAcceptRenewalMutation = (options?: useMutation.Options<documents.AcceptRenewalMutation, documents.AcceptRenewalMutationVariables>) =>
  useMutation(documents.AcceptRenewalDocument, options);

export const useActivateLeaseMutation = (options?: useMutation.Options<documents.ActivateLeaseMutation, documents.ActivateLeaseMutationVariables>) =>
  useMutation(documents.ActivateLeaseDocument, options);

export const useAddChargeTemplateMutation = (options?: useMutation.Options<documents.AddChargeTemplateMutation, documents.AddChargeTemplateMutationVariables>) =>
  useMutation(documents.AddChargeTemplateDocument, options);

export const useAddLeasePartyMutation = (options?: useMutation.Options<documents.AddLeasePartyMutation, documents.AddLeasePartyMutationVariables>) =>
  useMutation(documents.AddLeasePartyDocument, options);

export const useAvailabilityQuery = (...[options]: {} extends documents.AvailabilityQueryVariables ? [options?: useQuery.Options<documents.AvailabilityQuery, documents.AvailabilityQueryVariables>] : [options: useQuery.Options<documents.AvailabilityQuery, documents.AvailabilityQueryVariables>]) =>
  useQuery(documents.AvailabilityDocument, options as useQuery.Options<documents.AvailabilityQuery, documents.AvailabilityQueryVariables>) as unknown as useQuery.Result<documents.AvailabilityQuery, documents.AvailabilityQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useBlockUnitMutation = (options?: useMutation.Options<documents.BlockUnitMutation, documents.BlockUnitMutationVariables>) =>
  useMutation(documents.BlockUnitDocument, options);

export const useCancelLeaseMutation = (options?: useMutation.Options<documents.CancelLeaseMutation, documents.CancelLeaseMutationVariables>) =>
  useMutation(documents.CancelLeaseDocument, options);

export const useCancelRentChangeMutation = (options?: useMutation.Options<documents.CancelRentChangeMutation, documents.CancelRentChangeMutationVariables>) =>
  useMutation(documents.CancelRentChangeDocument, options);

export const useChangeBlockMutation = (options?: useMutation.Options<documents.ChangeBlockMutation, documents.ChangeBlockMutationVariables>) =>
  useMutation(documents.ChangeBlockDocument, options);

export const useChangeChargeTemplateMutation = (options?: useMutation.Options<documents.ChangeChargeTemplateMutation, documents.ChangeChargeTemplateMutationVariables>) =>
  useMutation(documents.ChangeChargeTemplateDocument, options);

export const useChangeLeaseMutation = (options?: useMutation.Options<documents.ChangeLeaseMutation, documents.ChangeLeaseMutationVariables>) =>
  useMutation(documents.ChangeLeaseDocument, options);

export const useChangeLeasePartyMutation = (options?: useMutation.Options<documents.ChangeLeasePartyMutation, documents.ChangeLeasePartyMutationVariables>) =>
  useMutation(documents.ChangeLeasePartyDocument, options);

export const useChangeRenewalOfferMutation = (options?: useMutation.Options<documents.ChangeRenewalOfferMutation, documents.ChangeRenewalOfferMutationVariables>) =>
  useMutation(documents.ChangeRenewalOfferDocument, options);

export const useChangeRentableUnitMutation = (options?: useMutation.Options<documents.ChangeRentableUnitMutation, documents.ChangeRentableUnitMutationVariables>) =>
  useMutation(documents.ChangeRentableUnitDocument, options);

export const useCloseLeaseMutation = (options?: useMutation.Options<documents.CloseLeaseMutation, documents.CloseLeaseMutationVariables>) =>
  useMutation(documents.CloseLeaseDocument, options);

export const useCreateLeaseMutation = (options?: useMutation.Options<documents.CreateLeaseMutation, documents.CreateLeaseMutationVariables>) =>
  useMutation(documents.CreateLeaseDocument, options);

export const useDeclineRenewalMutation = (options?: useMutation.Options<documents.DeclineRenewalMutation, documents.DeclineRenewalMutationVariables>) =>
  useMutation(documents.DeclineRenewalDocument, options);

export const useEarliestNoticeEndQuery = (...[options]: {} extends documents.EarliestNoticeEndQueryVariables ? [options?: useQuery.Options<documents.EarliestNoticeEndQuery, documents.EarliestNoticeEndQueryVariables>] : [options: useQuery.Options<documents.EarliestNoticeEndQuery, documents.EarliestNoticeEndQueryVariables>]) =>
  useQuery(documents.EarliestNoticeEndDocument, options as useQuery.Options<documents.EarliestNoticeEndQuery, documents.EarliestNoticeEndQueryVariables>) as unknown as useQuery.Result<documents.EarliestNoticeEndQuery, documents.EarliestNoticeEndQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useEndLeaseMutation = (options?: useMutation.Options<documents.EndLeaseMutation, documents.EndLeaseMutationVariables>) =>
  useMutation(documents.EndLeaseDocument, options);

export const useFilterPropertyQuery = (...[options]: {} extends documents.FilterPropertyQueryVariables ? [options?: useQuery.Options<documents.FilterPropertyQuery, documents.FilterPropertyQueryVariables>] : [options: useQuery.Options<documents.FilterPropertyQuery, documents.FilterPropertyQueryVariables>]) =>
  useQuery(documents.FilterPropertyDocument, options as useQuery.Options<documents.FilterPropertyQuery, documents.FilterPropertyQueryVariables>) as unknown as useQuery.Result<documents.FilterPropertyQuery, documents.FilterPropertyQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useGiveNoticeMutation = (options?: useMutation.Options<documents.GiveNoticeMutation, documents.GiveNoticeMutationVariables>) =>
  useMutation(documents.GiveNoticeDocument, options);

export const useLeaseCalendarQuery = (...[options]: {} extends documents.LeaseCalendarQueryVariables ? [options?: useQuery.Options<documents.LeaseCalendarQuery, documents.LeaseCalendarQueryVariables>] : [options: useQuery.Options<documents.LeaseCalendarQuery, documents.LeaseCalendarQueryVariables>]) =>
  useQuery(documents.LeaseCalendarDocument, options as useQuery.Options<documents.LeaseCalendarQuery, documents.LeaseCalendarQueryVariables>) as unknown as useQuery.Result<documents.LeaseCalendarQuery, documents.LeaseCalendarQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseChangesSubscription = (...[options]: {} extends documents.LeaseChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.LeaseChangesSubscription, documents.LeaseChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.LeaseChangesSubscription, documents.LeaseChangesSubscriptionVariables>]) =>
  useSubscription(documents.LeaseChangesDocument, options as useSubscription.Options<documents.LeaseChangesSubscription, documents.LeaseChangesSubscriptionVariables>);

export const useLeaseChargeLinesQuery = (...[options]: {} extends documents.LeaseChargeLinesQueryVariables ? [options?: useQuery.Options<documents.LeaseChargeLinesQuery, documents.LeaseChargeLinesQueryVariables>] : [options: useQuery.Options<documents.LeaseChargeLinesQuery, documents.LeaseChargeLinesQueryVariables>]) =>
  useQuery(documents.LeaseChargeLinesDocument, options as useQuery.Options<documents.LeaseChargeLinesQuery, documents.LeaseChargeLinesQueryVariables>) as unknown as useQuery.Result<documents.LeaseChargeLinesQuery, documents.LeaseChargeLinesQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseHistoryQuery = (...[options]: {} extends documents.LeaseHistoryQueryVariables ? [options?: useQuery.Options<documents.LeaseHistoryQuery, documents.LeaseHistoryQueryVariables>] : [options: useQuery.Options<documents.LeaseHistoryQuery, documents.LeaseHistoryQueryVariables>]) =>
  useQuery(documents.LeaseHistoryDocument, options as useQuery.Options<documents.LeaseHistoryQuery, documents.LeaseHistoryQueryVariables>) as unknown as useQuery.Result<documents.LeaseHistoryQuery, documents.LeaseHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseListQuery = (...[options]: {} extends documents.LeaseListQueryVariables ? [options?: useQuery.Options<documents.LeaseListQuery, documents.LeaseListQueryVariables>] : [options: useQuery.Options<documents.LeaseListQuery, documents.LeaseListQueryVariables>]) =>
  useQuery(documents.LeaseListDocument, options as useQuery.Options<documents.LeaseListQuery, documents.LeaseListQueryVariables>) as unknown as useQuery.Result<documents.LeaseListQuery, documents.LeaseListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseListChangesSubscription = (...[options]: {} extends documents.LeaseListChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.LeaseListChangesSubscription, documents.LeaseListChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.LeaseListChangesSubscription, documents.LeaseListChangesSubscriptionVariables>]) =>
  useSubscription(documents.LeaseListChangesDocument, options as useSubscription.Options<documents.LeaseListChangesSubscription, documents.LeaseListChangesSubscriptionVariables>);

export const useLeasePageQuery = (...[options]: {} extends documents.LeasePageQueryVariables ? [options?: useQuery.Options<documents.LeasePageQuery, documents.LeasePageQueryVariables>] : [options: useQuery.Options<documents.LeasePageQuery, documents.LeasePageQueryVariables>]) =>
  useQuery(documents.LeasePageDocument, options as useQuery.Options<documents.LeasePageQuery, documents.LeasePageQueryVariables>) as unknown as useQuery.Result<documents.LeasePageQuery, documents.LeasePageQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseScheduleQuery = (...[options]: {} extends documents.LeaseScheduleQueryVariables ? [options?: useQuery.Options<documents.LeaseScheduleQuery, documents.LeaseScheduleQueryVariables>] : [options: useQuery.Options<documents.LeaseScheduleQuery, documents.LeaseScheduleQueryVariables>]) =>
  useQuery(documents.LeaseScheduleDocument, options as useQuery.Options<documents.LeaseScheduleQuery, documents.LeaseScheduleQueryVariables>) as unknown as useQuery.Result<documents.LeaseScheduleQuery, documents.LeaseScheduleQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useLeaseUnitChoicesQuery = (...[options]: {} extends documents.LeaseUnitChoicesQueryVariables ? [options?: useQuery.Options<documents.LeaseUnitChoicesQuery, documents.LeaseUnitChoicesQueryVariables>] : [options: useQuery.Options<documents.LeaseUnitChoicesQuery, documents.LeaseUnitChoicesQueryVariables>]) =>
  useQuery(documents.LeaseUnitChoicesDocument, options as useQuery.Options<documents.LeaseUnitChoicesQuery, documents.LeaseUnitChoicesQueryVariables>) as unknown as useQuery.Result<documents.LeaseUnitChoicesQuery, documents.LeaseUnitChoicesQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useNewLeaseQuery = (...[options]: {} extends documents.NewLeaseQueryVariables ? [options?: useQuery.Options<documents.NewLeaseQuery, documents.NewLeaseQueryVariables>] : [options: useQuery.Options<documents.NewLeaseQuery, documents.NewLeaseQueryVariables>]) =>
  useQuery(documents.NewLeaseDocument, options as useQuery.Options<documents.NewLeaseQuery, documents.NewLeaseQueryVariables>) as unknown as useQuery.Result<documents.NewLeaseQuery, documents.NewLeaseQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useOfferRenewalMutation = (options?: useMutation.Options<documents.OfferRenewalMutation, documents.OfferRenewalMutationVariables>) =>
  useMutation(documents.OfferRenewalDocument, options);

export const usePreviewLeaseQuery = (...[options]: {} extends documents.PreviewLeaseQueryVariables ? [options?: useQuery.Options<documents.PreviewLeaseQuery, documents.PreviewLeaseQueryVariables>] : [options: useQuery.Options<documents.PreviewLeaseQuery, documents.PreviewLeaseQueryVariables>]) =>
  useQuery(documents.PreviewLeaseDocument, options as useQuery.Options<documents.PreviewLeaseQuery, documents.PreviewLeaseQueryVariables>) as unknown as useQuery.Result<documents.PreviewLeaseQuery, documents.PreviewLeaseQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useRecordMoveInMutation = (options?: useMutation.Options<documents.RecordMoveInMutation, documents.RecordMoveInMutationVariables>) =>
  useMutation(documents.RecordMoveInDocument, options);

export const useRecordMoveOutMutation = (options?: useMutation.Options<documents.RecordMoveOutMutation, documents.RecordMoveOutMutationVariables>) =>
  useMutation(documents.RecordMoveOutDocument, options);

export const useRemoveBlockMutation = (options?: useMutation.Options<documents.RemoveBlockMutation, documents.RemoveBlockMutationVariables>) =>
  useMutation(documents.RemoveBlockDocument, options);

export const useRemoveChargeTemplateMutation = (options?: useMutation.Options<documents.RemoveChargeTemplateMutation, documents.RemoveChargeTemplateMutationVariables>) =>
  useMutation(documents.RemoveChargeTemplateDocument, options);

export const useRemoveLeasePartyMutation = (options?: useMutation.Options<documents.RemoveLeasePartyMutation, documents.RemoveLeasePartyMutationVariables>) =>
  useMutation(documents.RemoveLeasePartyDocument, options);

export const useRenewalBoardQuery = (...[options]: {} extends documents.RenewalBoardQueryVariables ? [options?: useQuery.Options<documents.RenewalBoardQuery, documents.RenewalBoardQueryVariables>] : [options: useQuery.Options<documents.RenewalBoardQuery, documents.RenewalBoardQueryVariables>]) =>
  useQuery(documents.RenewalBoardDocument, options as useQuery.Options<documents.RenewalBoardQuery, documents.RenewalBoardQueryVariables>) as unknown as useQuery.Result<documents.RenewalBoardQuery, documents.RenewalBoardQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useRentRollQuery = (...[options]: {} extends documents.RentRollQueryVariables ? [options?: useQuery.Options<documents.RentRollQuery, documents.RentRollQueryVariables>] : [options: useQuery.Options<documents.RentRollQuery, documents.RentRollQueryVariables>]) =>
  useQuery(documents.RentRollDocument, options as useQuery.Options<documents.RentRollQuery, documents.RentRollQueryVariables>) as unknown as useQuery.Result<documents.RentRollQuery, documents.RentRollQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useScheduleRentChangeMutation = (options?: useMutation.Options<documents.ScheduleRentChangeMutation, documents.ScheduleRentChangeMutationVariables>) =>
  useMutation(documents.ScheduleRentChangeDocument, options);

export const useSendLeaseMutation = (options?: useMutation.Options<documents.SendLeaseMutation, documents.SendLeaseMutationVariables>) =>
  useMutation(documents.SendLeaseDocument, options);

export const useSettleHoldOverMutation = (options?: useMutation.Options<documents.SettleHoldOverMutation, documents.SettleHoldOverMutationVariables>) =>
  useMutation(documents.SettleHoldOverDocument, options);

export const useSignLeaseMutation = (options?: useMutation.Options<documents.SignLeaseMutation, documents.SignLeaseMutationVariables>) =>
  useMutation(documents.SignLeaseDocument, options);

export const useSignRenewalMutation = (options?: useMutation.Options<documents.SignRenewalMutation, documents.SignRenewalMutationVariables>) =>
  useMutation(documents.SignRenewalDocument, options);

export const useWithdrawNoticeMutation = (options?: useMutation.Options<documents.WithdrawNoticeMutation, documents.WithdrawNoticeMutationVariables>) =>
  useMutation(documents.WithdrawNoticeDocument, options);

export const useWithdrawRenewalMutation = (options?: useMutation.Options<documents.WithdrawRenewalMutation, documents.WithdrawRenewalMutationVariables>) =>
  useMutation(documents.WithdrawRenewalDocument, options);
