import {
  API_KEY_HEADER,
  newId,
  ORGANIZATION_HEADER,
  type Identity,
  VIEW_AS_HEADER,
} from '@propertea/kernel';
import type { GraphQLAnswer } from '@propertea/chassis/runtime';
import type { Send } from './room.js';

/** Somebody who operates the platform and stands in no organization. */
export function operator(subject: string = newId()): Identity {
  return {
    subject,
    persona: 'OPERATOR',
    organizationId: null,
    grants: [],
    grantsVersion: 0,
    scopes: ['operator'],
  };
}

/** Nobody: without a session and without a token. */
export { ANONYMOUS as anonymous } from '@propertea/kernel';

/** Who asks at the gateway, and where they say they stand. */
export interface GatewayCaller {
  /** An access token; nobody without one. */
  token?: string;
  /** An API key instead: at the public graph, which takes no other program. */
  key?: string;
  /** Id of the organization, as the x-organization-id header has it. */
  organization?: string;
  /** Id of a view as another member, as the x-view-as header has it. */
  viewAs?: string;
}

/** Sends documents through the gateway at `url` (origin) as a script with a bearer token would. */
export function throughGateway(url: string, caller: GatewayCaller = {}): Send {
  const headers = {
    'content-type': 'application/json',
    ...(caller.token && { authorization: `Bearer ${caller.token}` }),
    ...(caller.key && { [API_KEY_HEADER]: caller.key }),
    ...(caller.organization && { [ORGANIZATION_HEADER]: caller.organization }),
    ...(caller.viewAs && { [VIEW_AS_HEADER]: caller.viewAs }),
  };
  return async (query, variables) => {
    const body = JSON.stringify({ query, variables });
    const address = caller.key ? `${url}/public/graphql` : `${url}/graphql`;
    const answer = await fetch(address, { method: 'POST', headers, body });
    return (await answer.json()) as GraphQLAnswer;
  };
}
