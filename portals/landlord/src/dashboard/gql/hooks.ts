import { useQuery, useSubscription } from '@apollo/client/react';
import * as documents from './graphql';

export const useDashboardQuery = (...[options]: {} extends documents.DashboardQueryVariables ? [options?: useQuery.Options<documents.DashboardQuery, documents.DashboardQueryVariables>] : [options: useQuery.Options<documents.DashboardQuery, documents.DashboardQueryVariables>]) =>
  useQuery(documents.DashboardDocument, options as useQuery.Options<documents.DashboardQuery, documents.DashboardQueryVariables>) as unknown as useQuery.Result<documents.DashboardQuery, documents.DashboardQueryVariables, 'empty' | 'complete' | 'streaming'>;

export const useDashboardLeaseChangesSubscription = (...[options]: {} extends documents.DashboardLeaseChangesSubscriptionVariables ? [options?: useSubscription.Options<documents.DashboardLeaseChangesSubscription, documents.DashboardLeaseChangesSubscriptionVariables>] : [options: useSubscription.Options<documents.DashboardLeaseChangesSubscription, documents.DashboardLeaseChangesSubscriptionVariables>]) =>
  useSubscription(documents.DashboardLeaseChangesDocument, options as useSubscription.Options<documents.DashboardLeaseChangesSubscription, documents.DashboardLeaseChangesSubscriptionVariables>);

export const useDashboardOccupancyQuery = (...[options]: {} extends documents.DashboardOccupancyQueryVariables ? [options?: useQuery.Options<documents.DashboardOccupancyQuery, documents.DashboardOccupancyQueryVariables>] : [options: useQuery.Options<documents.DashboardOccupancyQuery, documents.DashboardOccupancyQueryVariables>]) =>
  useQuery(documents.DashboardOccupancyDocument, options as useQuery.Options<documents.DashboardOccupancyQuery, documents.DashboardOccupancyQueryVariables>) as unknown as useQuery.Result<documents.DashboardOccupancyQuery, documents.DashboardOccupancyQueryVariables, 'empty' | 'complete' | 'streaming'>;
