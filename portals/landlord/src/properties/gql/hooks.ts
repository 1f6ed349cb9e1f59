import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import * as documents from './graphql';

export const useAddEntranceMutation = (options?: useMutation.Options<documents.AddEntranceMutation, documents.AddEntranceMutationVariables>) =>
  useMutation(documents.AddEntranceDocument, options);

export const useBuildingDependentsQuery = (...[options]: {} extends documents.BuildingDependentsQueryVariables ? [options?: useQuery.Options<documents.BuildingDependentsQuery, documents.BuildingDependentsQueryVariables>] : [options: useQuery.Options<documents.BuildingDependentsQuery, documents.BuildingDependentsQueryVariables>]) =>
  useQuery(documents.BuildingDependentsDocument, options as useQuery.Options<documents.BuildingDependentsQuery, documents.BuildingDependentsQueryVariables>) as unknown as useQuery.Result<documents.BuildingDependentsQuery, documents.BuildingDependentsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useBuildingFormQuery = (...[options]: {} extends documents.BuildingFormQueryVariables ? [options?: useQuery.Options<documents.BuildingFormQuery, documents.BuildingFormQueryVariables>] : [options: useQuery.Options<documents.BuildingFormQuery, documents.BuildingFormQueryVariables>]) =>
  useQuery(documents.BuildingFormDocument, options as useQuery.Options<documents.BuildingFormQuery, documents.BuildingFormQueryVariables>) as unknown as useQuery.Result<documents.BuildingFormQuery, documents.BuildingFormQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useBuildingHistoryQuery = (...[options]: {} extends documents.BuildingHistoryQueryVariables ? [options?: useQuery.Options<documents.BuildingHistoryQuery, documents.BuildingHistoryQueryVariables>] : [options: useQuery.Options<documents.BuildingHistoryQuery, documents.BuildingHistoryQueryVariables>]) =>
  useQuery(documents.BuildingHistoryDocument, options as useQuery.Options<documents.BuildingHistoryQuery, documents.BuildingHistoryQueryVariables>) as unknown as useQuery.Result<documents.BuildingHistoryQuery, documents.BuildingHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useBuildingListQuery = (...[options]: {} extends documents.BuildingListQueryVariables ? [options?: useQuery.Options<documents.BuildingListQuery, documents.BuildingListQueryVariables>] : [options: useQuery.Options<documents.BuildingListQuery, documents.BuildingListQueryVariables>]) =>
  useQuery(documents.BuildingListDocument, options as useQuery.Options<documents.BuildingListQuery, documents.BuildingListQueryVariables>) as unknown as useQuery.Result<documents.BuildingListQuery, documents.BuildingListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useBuildingPageQuery = (...[options]: {} extends documents.BuildingPageQueryVariables ? [options?: useQuery.Options<documents.BuildingPageQuery, documents.BuildingPageQueryVariables>] : [options: useQuery.Options<documents.BuildingPageQuery, documents.BuildingPageQueryVariables>]) =>
  useQuery(documents.BuildingPageDocument, options as useQuery.Options<documents.BuildingPageQuery, documents.BuildingPageQueryVariables>) as unknown as useQuery.Result<documents.BuildingPageQuery, documents.BuildingPageQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useChangeBuildingMutation = (options?: useMutation.Options<documents.ChangeBuildingMutation, documents.ChangeBuildingMutationVariables>) =>
  useMutation(documents.ChangeBuildingDocument, options);

export const useChangeEntranceMutation = (options?: useMutation.Options<documents.ChangeEntranceMutation, documents.ChangeEntranceMutationVariables>) =>
  useMutation(documents.ChangeEntranceDocument, options);

export const useChangePropertyMutation = (options?: useMutation.Options<documents.ChangePropertyMutation, documents.ChangePropertyMutationVariables>) =>
  useMutation(documents.ChangePropertyDocument, options);

export const useChangeUnitMutation = (options?: useMutation.Options<documents.ChangeUnitMutation, documents.ChangeUnitMutationVariables>) =>
  useMutation(documents.ChangeUnitDocument, options);

export const useCreateBuildingMutation = (options?: useMutation.Options<documents.CreateBuildingMutation, documents.CreateBuildingMutationVariables>) =>
  useMutation(documents.CreateBuildingDocument, options);

export const useCreatePropertyMutation = (options?: useMutation.Options<documents.CreatePropertyMutation, documents.CreatePropertyMutationVariables>) =>
  useMutation(documents.CreatePropertyDocument, options);

export const useCreateUnitMutation = (options?: useMutation.Options<documents.CreateUnitMutation, documents.CreateUnitMutationVariables>) =>
  useMutation(documents.CreateUnitDocument, options);

export const useEntranceUsersQuery = (...[options]: {} extends documents.EntranceUsersQueryVariables ? [options?: useQuery.Options<documents.EntranceUsersQuery, documents.EntranceUsersQueryVariables>] : [options: useQuery.Options<documents.EntranceUsersQuery, documents.EntranceUsersQueryVariables>]) =>
  useQuery(documents.EntranceUsersDocument, options as useQuery.Options<documents.EntranceUsersQuery, documents.EntranceUsersQueryVariables>) as unknown as useQuery.Result<documents.EntranceUsersQuery, documents.EntranceUsersQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useNewBuildingQuery = (...[options]: {} extends documents.NewBuildingQueryVariables ? [options?: useQuery.Options<documents.NewBuildingQuery, documents.NewBuildingQueryVariables>] : [options: useQuery.Options<documents.NewBuildingQuery, documents.NewBuildingQueryVariables>]) =>
  useQuery(documents.NewBuildingDocument, options as useQuery.Options<documents.NewBuildingQuery, documents.NewBuildingQueryVariables>) as unknown as useQuery.Result<documents.NewBuildingQuery, documents.NewBuildingQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useNewPropertyQuery = (...[options]: {} extends documents.NewPropertyQueryVariables ? [options?: useQuery.Options<documents.NewPropertyQuery, documents.NewPropertyQueryVariables>] : [options: useQuery.Options<documents.NewPropertyQuery, documents.NewPropertyQueryVariables>]) =>
  useQuery(documents.NewPropertyDocument, options as useQuery.Options<documents.NewPropertyQuery, documents.NewPropertyQueryVariables>) as unknown as useQuery.Result<documents.NewPropertyQuery, documents.NewPropertyQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useNewUnitQuery = (...[options]: {} extends documents.NewUnitQueryVariables ? [options?: useQuery.Options<documents.NewUnitQuery, documents.NewUnitQueryVariables>] : [options: useQuery.Options<documents.NewUnitQuery, documents.NewUnitQueryVariables>]) =>
  useQuery(documents.NewUnitDocument, options as useQuery.Options<documents.NewUnitQuery, documents.NewUnitQueryVariables>) as unknown as useQuery.Result<documents.NewUnitQuery, documents.NewUnitQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePlaceUnitsQuery = (...[options]: {} extends documents.PlaceUnitsQueryVariables ? [options?: useQuery.Options<documents.PlaceUnitsQuery, documents.PlaceUnitsQueryVariables>] : [options: useQuery.Options<documents.PlaceUnitsQuery, documents.PlaceUnitsQueryVariables>]) =>
  useQuery(documents.PlaceUnitsDocument, options as useQuery.Options<documents.PlaceUnitsQuery, documents.PlaceUnitsQueryVariables>) as unknown as useQuery.Result<documents.PlaceUnitsQuery, documents.PlaceUnitsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyBuildingsQuery = (...[options]: {} extends documents.PropertyBuildingsQueryVariables ? [options?: useQuery.Options<documents.PropertyBuildingsQuery, documents.PropertyBuildingsQueryVariables>] : [options: useQuery.Options<documents.PropertyBuildingsQuery, documents.PropertyBuildingsQueryVariables>]) =>
  useQuery(documents.PropertyBuildingsDocument, options as useQuery.Options<documents.PropertyBuildingsQuery, documents.PropertyBuildingsQueryVariables>) as unknown as useQuery.Result<documents.PropertyBuildingsQuery, documents.PropertyBuildingsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyDependentsQuery = (...[options]: {} extends documents.PropertyDependentsQueryVariables ? [options?: useQuery.Options<documents.PropertyDependentsQuery, documents.PropertyDependentsQueryVariables>] : [options: useQuery.Options<documents.PropertyDependentsQuery, documents.PropertyDependentsQueryVariables>]) =>
  useQuery(documents.PropertyDependentsDocument, options as useQuery.Options<documents.PropertyDependentsQuery, documents.PropertyDependentsQueryVariables>) as unknown as useQuery.Result<documents.PropertyDependentsQuery, documents.PropertyDependentsQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyFormQuery = (...[options]: {} extends documents.PropertyFormQueryVariables ? [options?: useQuery.Options<documents.PropertyFormQuery, documents.PropertyFormQueryVariables>] : [options: useQuery.Options<documents.PropertyFormQuery, documents.PropertyFormQueryVariables>]) =>
  useQuery(documents.PropertyFormDocument, options as useQuery.Options<documents.PropertyFormQuery, documents.PropertyFormQueryVariables>) as unknown as useQuery.Result<documents.PropertyFormQuery, documents.PropertyFormQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyHistoryQuery = (...[options]: {} extends documents.PropertyHistoryQueryVariables ? [options?: useQuery.Options<documents.PropertyHistoryQuery, documents.PropertyHistoryQueryVariables>] : [options: useQuery.Options<documents.PropertyHistoryQuery, documents.PropertyHistoryQueryVariables>]) =>
  useQuery(documents.PropertyHistoryDocument, options as useQuery.Options<documents.PropertyHistoryQuery, documents.PropertyHistoryQueryVariables>) as unknown as useQuery.Result<documents.PropertyHistoryQuery, documents.PropertyHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyListQuery = (...[options]: {} extends documents.PropertyListQueryVariables ? [options?: useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>] : [options: useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>]) =>
  useQuery(documents.PropertyListDocument, options as useQuery.Options<documents.PropertyListQuery, documents.PropertyListQueryVariables>) as unknown as useQuery.Result<documents.PropertyListQuery, documents.PropertyListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyMapQuery = (...[options]: {} extends documents.PropertyMapQueryVariables ? [options?: useQuery.Options<documents.PropertyMapQuery, documents.PropertyMapQueryVariables>] : [options: useQuery.Options<documents.PropertyMapQuery, documents.PropertyMapQueryVariables>]) =>
  useQuery(documents.PropertyMapDocument, options as useQuery.Options<documents.PropertyMapQuery, documents.PropertyMapQueryVariables>) as unknown as useQuery.Result<documents.PropertyMapQuery, documents.PropertyMapQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyOccupancyQuery = (...[options]: {} extends documents.PropertyOccupancyQueryVariables ? [options?: useQuery.Options<documents.PropertyOccupancyQuery, documents.PropertyOccupancyQueryVariables>] : [options: useQuery.Options<documents.PropertyOccupancyQuery, documents.PropertyOccupancyQueryVariables>]) =>
  useQuery(documents.PropertyOccupancyDocument, options as useQuery.Options<documents.PropertyOccupancyQuery, documents.PropertyOccupancyQueryVariables>) as unknown as useQuery.Result<documents.PropertyOccupancyQuery, documents.PropertyOccupancyQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyPageQuery = (...[options]: {} extends documents.PropertyPageQueryVariables ? [options?: useQuery.Options<documents.PropertyPageQuery, documents.PropertyPageQueryVariables>] : [options: useQuery.Options<documents.PropertyPageQuery, documents.PropertyPageQueryVariables>]) =>
  useQuery(documents.PropertyPageDocument, options as useQuery.Options<documents.PropertyPageQuery, documents.PropertyPageQueryVariables>) as unknown as useQuery.Result<documents.PropertyPageQuery, documents.PropertyPageQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const usePropertyTreeQuery = (...[options]: {} extends documents.PropertyTreeQueryVariables ? [options?: useQuery.Options<documents.PropertyTreeQuery, documents.PropertyTreeQueryVariables>] : [options: useQuery.Options<documents.PropertyTreeQuery, documents.PropertyTreeQueryVariables>]) =>
  useQuery(documents.PropertyTreeDocument, options as useQuery.Options<documents.PropertyTreeQuery, documents.PropertyTreeQueryVariables>) as unknown as useQuery.Result<documents.PropertyTreeQuery, documents.PropertyTreeQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useRemoveEntranceMutation = (options?: useMutation.Options<documents.RemoveEntranceMutation, documents.RemoveEntranceMutationVariables>) =>
  useMutation(documents.RemoveEntranceDocument, options);

export const useRestoreBuildingMutation = (options?: useMutation.Options<documents.RestoreBuildingMutation, documents.RestoreBuildingMutationVariables>) =>
  useMutation(documents.RestoreBuildingDocument, options);

export const useRestorePropertyMutation = (options?: useMutation.Options<documents.RestorePropertyMutation, documents.RestorePropertyMutationVariables>) =>
  useMutation(documents.RestorePropertyDocument, options);

export const useRestoreUnitMutation = (options?: useMutation.Options<documents.RestoreUnitMutation, documents.RestoreUnitMutationVariables>) =>
  useMutation(documents.RestoreUnitDocument, options);

export const useRetireBuildingMutation = (options?: useMutation.Options<documents.RetireBuildingMutation, documents.RetireBuildingMutationVariables>) =>
  useMutation(documents.RetireBuildingDocument, options);

export const useRetirePropertyMutation = (options?: useMutation.Options<documents.RetirePropertyMutation, documents.RetirePropertyMutationVariables>) =>
  useMutation(documents.RetirePropertyDocument, options);

export const useRetireUnitMutation = (options?: useMutation.Options<documents.RetireUnitMutation, documents.RetireUnitMutationVariables>) =>
  useMutation(documents.RetireUnitDocument, options);

export const useUnitBranchQuery = (...[options]: {} extends documents.UnitBranchQueryVariables ? [options?: useQuery.Options<documents.UnitBranchQuery, documents.UnitBranchQueryVariables>] : [options: useQuery.Options<documents.UnitBranchQuery, documents.UnitBranchQueryVariables>]) =>
  useQuery(documents.UnitBranchDocument, options as useQuery.Options<documents.UnitBranchQuery, documents.UnitBranchQueryVariables>) as unknown as useQuery.Result<documents.UnitBranchQuery, documents.UnitBranchQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitBuildingChoicesQuery = (...[options]: {} extends documents.UnitBuildingChoicesQueryVariables ? [options?: useQuery.Options<documents.UnitBuildingChoicesQuery, documents.UnitBuildingChoicesQueryVariables>] : [options: useQuery.Options<documents.UnitBuildingChoicesQuery, documents.UnitBuildingChoicesQueryVariables>]) =>
  useQuery(documents.UnitBuildingChoicesDocument, options as useQuery.Options<documents.UnitBuildingChoicesQuery, documents.UnitBuildingChoicesQueryVariables>) as unknown as useQuery.Result<documents.UnitBuildingChoicesQuery, documents.UnitBuildingChoicesQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitChangesSubscription = (...[options]: {} extends documents.UnitChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.UnitChangesSubscription, documents.UnitChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.UnitChangesSubscription, documents.UnitChangesSubscriptionVariables>]) =>
  useSubscription(documents.UnitChangesDocument, options as useSubscription.Options<documents.UnitChangesSubscription, documents.UnitChangesSubscriptionVariables>);

export const useUnitFormQuery = (...[options]: {} extends documents.UnitFormQueryVariables ? [options?: useQuery.Options<documents.UnitFormQuery, documents.UnitFormQueryVariables>] : [options: useQuery.Options<documents.UnitFormQuery, documents.UnitFormQueryVariables>]) =>
  useQuery(documents.UnitFormDocument, options as useQuery.Options<documents.UnitFormQuery, documents.UnitFormQueryVariables>) as unknown as useQuery.Result<documents.UnitFormQuery, documents.UnitFormQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitFormChangesSubscription = (...[options]: {} extends documents.UnitFormChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.UnitFormChangesSubscription, documents.UnitFormChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.UnitFormChangesSubscription, documents.UnitFormChangesSubscriptionVariables>]) =>
  useSubscription(documents.UnitFormChangesDocument, options as useSubscription.Options<documents.UnitFormChangesSubscription, documents.UnitFormChangesSubscriptionVariables>);

export const useUnitHistoryQuery = (...[options]: {} extends documents.UnitHistoryQueryVariables ? [options?: useQuery.Options<documents.UnitHistoryQuery, documents.UnitHistoryQueryVariables>] : [options: useQuery.Options<documents.UnitHistoryQuery, documents.UnitHistoryQueryVariables>]) =>
  useQuery(documents.UnitHistoryDocument, options as useQuery.Options<documents.UnitHistoryQuery, documents.UnitHistoryQueryVariables>) as unknown as useQuery.Result<documents.UnitHistoryQuery, documents.UnitHistoryQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitLeaseChangesSubscription = (...[options]: {} extends documents.UnitLeaseChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.UnitLeaseChangesSubscription, documents.UnitLeaseChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.UnitLeaseChangesSubscription, documents.UnitLeaseChangesSubscriptionVariables>]) =>
  useSubscription(documents.UnitLeaseChangesDocument, options as useSubscription.Options<documents.UnitLeaseChangesSubscription, documents.UnitLeaseChangesSubscriptionVariables>);

export const useUnitLettingQuery = (...[options]: {} extends documents.UnitLettingQueryVariables ? [options?: useQuery.Options<documents.UnitLettingQuery, documents.UnitLettingQueryVariables>] : [options: useQuery.Options<documents.UnitLettingQuery, documents.UnitLettingQueryVariables>]) =>
  useQuery(documents.UnitLettingDocument, options as useQuery.Options<documents.UnitLettingQuery, documents.UnitLettingQueryVariables>) as unknown as useQuery.Result<documents.UnitLettingQuery, documents.UnitLettingQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitListQuery = (...[options]: {} extends documents.UnitListQueryVariables ? [options?: useQuery.Options<documents.UnitListQuery, documents.UnitListQueryVariables>] : [options: useQuery.Options<documents.UnitListQuery, documents.UnitListQueryVariables>]) =>
  useQuery(documents.UnitListDocument, options as useQuery.Options<documents.UnitListQuery, documents.UnitListQueryVariables>) as unknown as useQuery.Result<documents.UnitListQuery, documents.UnitListQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useUnitListChangesSubscription = (...[options]: {} extends documents.UnitListChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.UnitListChangesSubscription, documents.UnitListChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.UnitListChangesSubscription, documents.UnitListChangesSubscriptionVariables>]) =>
  useSubscription(documents.UnitListChangesDocument, options as useSubscription.Options<documents.UnitListChangesSubscription, documents.UnitListChangesSubscriptionVariables>);

export const useUnitPageQuery = (...[options]: {} extends documents.UnitPageQueryVariables ? [options?: useQuery.Options<documents.UnitPageQuery, documents.UnitPageQueryVariables>] : [options: useQuery.Options<documents.UnitPageQuery, documents.UnitPageQueryVariables>]) =>
  useQuery(documents.UnitPageDocument, options as useQuery.Options<documents.UnitPageQuery, documents.UnitPageQueryVariables>) as unknown as useQuery.Result<documents.UnitPageQuery, documents.UnitPageQueryVariables, 'empty' | 'complete' | 'streaming'>;
