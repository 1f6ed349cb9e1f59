import type { GraphQLFormattedError } from 'graphql';

export interface GraphQLRequest {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

export interface GraphQLAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Headers of a request to a room; of a subscription anew for each event, where they are a function. */
export type RoomHeaders = Record<string, string> | (() => Record<string, string>);

export const headersOf = (headers: RoomHeaders): Record<string, string> =>
  typeof headers === 'function' ? headers() : headers;
