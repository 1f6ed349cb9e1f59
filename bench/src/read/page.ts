import { ORGANIZATION_HEADER } from '@propertea/kernel';

export const UNITS = 100;

/** The property page of the landlord portal: organization, property, its units and its history. */
export const PAGE = /* GraphQL */ `
  query PropertyPage($organization: ID!, $property: ID!, $units: Int!) {
    organization(id: $organization) {
      id
      name
    }
    property(id: $property) {
      id
      code
      name
      version
      isRetired
      company {
        id
        code
        name
      }
      units(first: $units) {
        totalCount
        nodes {
          id
          code
          category
          bedrooms
          floor
          isRetired
        }
      }
      history(first: 10) {
        totalCount
        nodes {
          id
          action
          at
          reason
        }
      }
    }
  }
`;

/** What the gateway asks the rooms for the page: two at once, then the company that the property names. */
export const ROOM_QUERIES = {
  organizations: 'query ($organization: ID!) { organization(id: $organization) { id name } }',
  properties: /* GraphQL */ `
    query ($property: ID!, $units: Int!) {
      property(id: $property) {
        id
        code
        name
        version
        isRetired
        company {
          __typename
          id
        }
        units(first: $units) {
          totalCount
          nodes {
            id
            code
            category
            bedrooms
            floor
            isRetired
          }
        }
        history(first: 10) {
          totalCount
          nodes {
            id
            action
            at
            reason
          }
        }
      }
    }
  `,
  company: /* GraphQL */ `
    query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on Company {
          code
          name
        }
      }
    }
  `,
};

/** The same rows by hand, statement by statement. */
export const STATEMENTS = [
  {
    text: 'select id, name from organizations.organizations where id = $1',
    values: ['organization'],
  },
  {
    text: `select p.id, p.code, p.name, p.version, p.retired_at, c.id as company_id, c.code as company_code, c.name as company_name
      from properties.properties p join organizations.companies c on c.organization_id = p.organization_id and c.id = p.company_id
      where p.organization_id = $1 and p.id = $2`,
    values: ['organization', 'property'],
  },
  {
    text: `select id, code, category, bedrooms, floor, retired_at from properties.units
      where organization_id = $1 and property_id = $2 and retired_at is null order by code, id limit ${UNITS}`,
    values: ['organization', 'property'],
  },
  {
    text: `select count(*)::int as total from properties.units where organization_id = $1 and property_id = $2 and retired_at is null`,
    values: ['organization', 'property'],
  },
  {
    text: `select id, action, at, reason from properties.audit_entries
      where organization_id = $1 and aggregate_type = 'Property' and aggregate_id = $2 order by id desc limit 10`,
    values: ['organization', 'property'],
  },
  {
    text: `select count(*)::int as total from properties.audit_entries
      where organization_id = $1 and aggregate_type = 'Property' and aggregate_id = $2`,
    values: ['organization', 'property'],
  },
] as const;

/** What the house process tells about the data it holds; ids with their prefixes and as stored. */
export interface PageData {
  url: string;
  token: string;
  organization: string;
  property: string;
  smallProperty: string;
  stored: { organization: string; property: string };
}

/** What the parent asks the house process. */
export type Question =
  | { ask: 'rss' }
  | { ask: 'rooms'; times: number }
  | { ask: 'statements'; property: string };

/** The page of one property as the bench's person asks for it. */
export function pageRequest(data: PageData, property: string) {
  const variables = { organization: data.organization, property, units: UNITS };
  return {
    url: `${data.url}/graphql`,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${data.token}`,
      [ORGANIZATION_HEADER]: data.organization,
    },
    body: JSON.stringify({ query: PAGE, variables }),
  };
}
