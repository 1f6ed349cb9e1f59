import { InMemoryCache } from '@apollo/client';
import type { FieldPolicy } from '@apollo/client';

interface Page {
  nodes?: readonly unknown[];
  pageInfo?: { endCursor?: string | null };
}

/** A connection of the graph: pages that follow are put behind what is there, under one filter and sort. */
const connection = (...keyArgs: string[]): FieldPolicy<Page> => ({
  keyArgs: keyArgs.length > 0 ? keyArgs : false,
  merge(existing, incoming, { args }) {
    if (!existing?.nodes || args?.['after'] === undefined || args['after'] === null)
      return incoming;
    // An answer to a page that was asked for before the list began anew belongs nowhere.
    if (existing.pageInfo?.endCursor !== args['after']) return existing;
    return { ...existing, ...incoming, nodes: [...existing.nodes, ...(incoming.nodes ?? [])] };
  },
});

const list = () => connection('filter', 'sort');
const history = () => connection();

/** Objects are kept by type and id, lists as connections. */
export function makeCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      // Of no id: one page asks for less of it than another.
      Address: { merge: true },
      Query: {
        fields: {
          apiClients: list(),
          auditLog: list(),
          buildings: list(),
          companies: list(),
          imports: list(),
          invitations: list(),
          leases: list(),
          members: list(),
          properties: list(),
          rentRoll: connection('asOf', 'companyIds', 'propertyId', 'sort'),
          rentableUnits: list(),
          units: list(),
        },
      },
      ApiClient: {
        fields: { grants: { merge: false }, history: history(), keys: { merge: false } },
      },
      // Few and whole, as below: a new answer says all there is.
      Building: { fields: { entrances: { merge: false }, history: history(), units: list() } },
      Company: { fields: { history: history(), properties: list() } },
      Import: { fields: { history: history(), rows: list() } },
      Lease: {
        fields: {
          actions: { merge: false },
          chargeLines: connection(),
          chargeTemplates: { merge: false },
          history: history(),
          parties: { merge: false },
          renewalOffers: { merge: false },
          rentChanges: { merge: false },
        },
      },
      Member: { fields: { grants: { merge: false }, history: history() } },
      Organization: { fields: { history: history() } },
      Property: {
        fields: {
          buildings: list(),
          history: history(),
          unitCountsByCategory: { merge: false },
          units: list(),
        },
      },
      Unit: { fields: { history: history() } },
    },
  });
}
